import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ThreadAction } from '../../../shared/action.ts';
import { AppError } from '../../../shared/errors.ts';
import type { MessageId, NoteId, ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { saveDraft } from '../drafts.ts';
import { addNote, removeNote } from '../notes/notes.ts';
import { makeTag, removeTag } from '../tags/tags.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { undo } from '../undo.ts';
import { merge } from './merge.ts';
import { claim, markRead, release, reopen } from './operations.ts';
import type { ThreadRow } from './rows.ts';
import { setThread } from './set.ts';
import { split } from './split.ts';
import { waking } from './wake.ts';

const hour = 3_600_000;
const people = ['ab', 'cd'] as const;

/** Whatever may happen on a desk: what agents do, what customers and the brand write, and time. */
const step = fc.record({
  what: fc.constantFrom(
    ...'write,write,late,direct,ownReply,claim,release,reopen,read,priority,tag,untag,snooze,wake,resolve,noAction,unread,note,unnote,draft,merge,split,makeTag,removeTag,undo,undo,undo,time,days,chores'.split(
      ',',
    ),
  ),
  who: fc.constantFrom(...people),
  on: fc.nat(40),
  more: fc.nat(40),
});
type Step = { what: string; who: 'ab' | 'cd'; on: number; more: number };

const rowsOf = (desk: TestDesk): ThreadRow[] =>
  desk.db.all<ThreadRow>('SELECT * FROM threads ORDER BY first_at, id');

const play = (desk: TestDesk, { what, who, on, more }: Step, at: number): void => {
  const me = desk.as(who);
  const id = String(100 + at);
  const customer = String(7 + (on % 3));
  const written = { authorRemoteId: customer, createdAt: desk.now() };
  const threads = rowsOf(desk);
  const pick = threads[on % Math.max(1, threads.length)];
  switch (what) {
    case 'write':
      return void arrive(desk, [post(id, written)]);
    case 'late':
      return void arrive(desk, [post(id, { ...written, createdAt: start + more * hour })]);
    case 'direct':
      return void arrive(desk, [direct(id, written)], 'direct');
    case 'ownReply':
      return void arrive(desk, [ownReply(id, customer, { createdAt: desk.now() })], 'own');
    case 'time':
      return void (desk.clock.now += (more + 1) * 600_000);
    case 'days':
      return void (desk.clock.now += (more + 1) * 24 * hour);
    case 'chores':
      return waking.run(desk);
    case 'undo':
      return void undo(me);
    case 'makeTag':
      return void makeTag(me, { name: `tag ${more % 3}` });
  }
  if (!pick) return;
  const threadId = pick.id as ThreadId;
  const onThread = { threadId, revision: more % 2 === 0 ? pick.revision : 0 };
  const set = (action: ThreadAction): void => void setThread(me, { ...onThread, action });
  const tags = desk.db.all<{ id: never }>('SELECT id FROM tags ORDER BY id').map((row) => row.id);
  const other = threads[more % threads.length];
  switch (what) {
    case 'claim':
      return void claim(me, onThread);
    case 'release':
      return void release(me, onThread);
    case 'reopen':
      return void reopen(me, onThread);
    case 'read':
      return void markRead(me, threadId);
    case 'priority':
      return set({ do: 'priority', priority: (more % 4) as 0 | 1 | 2 | 3 });
    case 'tag':
      return set({ do: 'tag', add: tags.slice(0, 1 + (more % 2)), remove: [] });
    case 'untag':
      return set({ do: 'tag', add: [], remove: tags.slice(more % 2) });
    case 'snooze':
      return set({ do: 'snooze', until: more % 3 === 0 ? null : desk.now() + more * hour });
    case 'wake':
      return set({ do: 'wake' });
    case 'resolve':
      return set({ do: 'resolve', reason: 'solved' });
    case 'noAction':
      return set({ do: 'no-action', reason: 'banter' });
    case 'unread':
      return set({ do: 'unread' });
    case 'note':
      return void addNote(me, {
        threadId,
        about: more % 2 === 0 ? 'thread' : 'customer',
        text: 'n',
        mentions: [],
      });
    case 'unnote': {
      const note = desk.db.find<{ id: NoteId }>('SELECT id FROM notes ORDER BY id DESC LIMIT 1');
      return note && void removeNote(me, note);
    }
    case 'draft':
      return void saveDraft(me, threadId, 'post', `words ${at}`);
    case 'merge':
      return other && void merge(me, { threadId, from: other.id as ThreadId });
    case 'split': {
      const all = desk.db.all<{ id: MessageId }>(
        'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq',
        threadId,
      );
      const from = all[more % Math.max(1, all.length)];
      return from && void split(me, { threadId, messageId: from.id });
    }
    case 'removeTag': {
      const tag = tags[more % Math.max(1, tags.length)];
      return tag && void removeTag(me, { id: tag });
    }
  }
};

const assertWhole = (desk: TestDesk): void => {
  const { db } = desk;
  for (const row of rowsOf(desk)) {
    expect(row.is_open === 0).toBe(['resolved', 'no-action'].includes(row.status));
    if (row.status !== 'snoozed') expect(row.snoozed_until).toBeNull();
    if (row.is_open === 1) expect(row.reason).toBeNull();
    else expect(row.reason).not.toBeNull();
    expect(row.status === 'waiting-expert').toBe(row.is_open === 1 && row.expert_id !== null);
    const worn = db.all<{ tag_id: string }>('SELECT tag_id FROM thread_tags WHERE thread_id = ?', row.id);
    expect(worn.map((one) => one.tag_id).toSorted()).toEqual((JSON.parse(row.tags) as string[]).toSorted());
    const notes = db.find<{ n: number }>(
      'SELECT count(*) AS n FROM notes WHERE thread_id = ? AND removed_at IS NULL',
      row.id,
    );
    expect(row.notes).toBe(notes?.n);
  }
  const twice =
    'SELECT customer_id FROM threads WHERE is_open = 1 GROUP BY customer_id, account_id HAVING count(*) > 1';
  expect(db.all(twice)).toEqual([]);
  const strays =
    "SELECT m.id FROM messages m LEFT JOIN threads t ON t.id = m.thread_id WHERE m.role = 'in' AND t.id IS NULL";
  expect(db.all(strays)).toEqual([]);
  const wrongOwner =
    'SELECT m.id FROM messages m JOIN threads t ON t.id = m.thread_id JOIN identities i ON i.id = m.author_id ' +
    "WHERE m.role = 'in' AND i.customer_id <> t.customer_id";
  expect(db.all(wrongOwner)).toEqual([]);
  const lost =
    'SELECT thread_id AS id FROM notes WHERE thread_id IS NOT NULL UNION SELECT thread_id FROM thread_tags ' +
    'UNION SELECT thread_id FROM drafts UNION SELECT previous_id FROM threads WHERE previous_id IS NOT NULL ' +
    'EXCEPT SELECT id FROM threads';
  expect(db.all(lost)).toEqual([]);
};

it('any order of work, of writing and of undo keeps every thread whole', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
      const desk = makeDesk();
      operate(desk, { op: 'test.promote', by: 'test', input: {} }, (tx) => {
        putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'agent' });
        return { value: null };
      });
      // Enough to work with from the first step on.
      for (const [at, who] of ['7', '8', '9', '7', '8'].entries()) {
        arrive(desk, [post(String(90 + at), { authorRemoteId: who, createdAt: start + at * 60_000 })]);
      }
      makeTag(desk, { name: 'tag 0' });
      desk.clock.now = start + hour;
      for (const [at, one] of steps.entries()) {
        try {
          play(desk, one, at);
        } catch (error) {
          // A refusal is an answer; anything else is a bug.
          if (!(error instanceof AppError) || error.code === 'internal') throw error;
        }
        assertWhole(desk);
      }
      expect(findBreak(desk.db)).toBeNull();
      expectReplayed(desk);
    }),
    { numRuns: 60 },
  );
});
