import { expect, it } from 'vitest';
import type { AgentId, NoteId, ThreadId } from '../../../shared/ids.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { draftsOf, saveDraft } from '../drafts.ts';
import { arrive, makeDesk, onlyThread, post, start, type TestDesk } from '../testing/desk.ts';
import { claim } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { viewThread } from '../threads/view.ts';
import { undo } from '../undo.ts';
import { addNote, removeNote } from './notes.ts';

const ready = (): { desk: TestDesk; id: ThreadId } => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  return { desk, id: onlyThread(desk) };
};

const add = (
  desk: Parameters<typeof addNote>[0],
  threadId: ThreadId,
  about: 'thread' | 'customer' = 'thread',
) => addNote(desk, { threadId, about, text: 'mast TX114', mentions: ['cd' as AgentId] });

const noteIn = (desk: TestDesk): NoteId =>
  desk.db.find<{ id: NoteId }>('SELECT id FROM notes ORDER BY id DESC LIMIT 1')?.id as NoteId;

it('is counted on the card, names colleagues by id, and is never in the log of changes', () => {
  const { desk, id } = ready();
  add(desk, id);
  expect(getThread(desk.db, id).notes).toBe(1);
  expect(viewThread(desk, id).notes).toMatchObject([{ text: 'mast TX114', mentions: ['cd'], by: 'ab' }]);
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toContain('TX114');
});

it('anybody may leave one, whoever has the thread; only its author takes it away, or a supervisor', () => {
  const { desk, id } = ready();
  claim(desk.as('cd'), { threadId: id, revision: 0 });
  add(desk, id);
  expect(() => removeNote(desk.as('cd'), { id: noteIn(desk) })).toThrow(/Only/u);
  removeNote(desk, { id: noteIn(desk) });
  expect(viewThread(desk, id).notes).toEqual([]);
  expect(getThread(desk.db, id).notes).toBe(0);
  undo(desk);
  expect(viewThread(desk, id).notes).toHaveLength(1);
  expect(getThread(desk.db, id).notes).toBe(1);
});

it('ends its draft, and taken back is a draft again', () => {
  const { desk, id } = ready();
  saveDraft(desk, id, 'note', 'mast TX114');
  add(desk, id);
  expect(draftsOf(desk, id)).toEqual([]);
  undo(desk);
  expect(draftsOf(desk, id)).toMatchObject([{ kind: 'note', text: 'mast TX114' }]);
  expect(viewThread(desk, id).notes).toEqual([]);
});

it('about a customer it is seen in each of their threads, and counted in none', () => {
  const { desk, id } = ready();
  add(desk, id, 'customer');
  arrive(desk, [post('20', { authorRemoteId: '8', createdAt: start + 20 })]);
  expect(getThread(desk.db, id).notes).toBe(0);
  expect(viewThread(desk, id).notes).toMatchObject([{ threadId: null }]);
});

it('is refused to who only reads', () => {
  const { desk, id } = ready();
  operate(desk, { op: 'test.review', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'reviewer' });
    return { value: null };
  });
  expect(() => add(desk.as('cd'), id)).toThrow(/Only/u);
});
