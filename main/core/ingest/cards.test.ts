import { expect, it } from 'vitest';
import { addNote } from '../notes/notes.ts';
import { arrive, direct, makeDesk, onlyThread, ownReply, post } from '../testing/desk.ts';

const card = '4111 1111 1111 1111';
const covered = '4111 11•• •••• 1111';

it('keeps no number of a card, in messages, in what they quote, in edits and in notes', () => {
  const desk = makeDesk();
  arrive(desk, [post('10', { text: `Charged twice on ${card}` })]);
  arrive(desk, [post('10', { versionId: '11', text: `Charged twice on ${card}, again` })]);
  arrive(desk, [direct('30', { text: `It is ${card}` })], 'direct');
  addNote(desk, { threadId: onlyThread(desk), about: 'thread', text: `Reads out ${card}`, mentions: [] });
  const kept = JSON.stringify(
    ['messages', 'message_versions', 'notes', 'changes'].map((table) =>
      desk.db.all(`SELECT * FROM ${table}`),
    ),
  );
  expect(kept).not.toContain(card);
  expect(kept.split(covered)).toHaveLength(5);
});

it('keeps what the brand said as it left', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  arrive(desk, [ownReply('20', '7', { text: `Use the test card ${card}` })], 'own');
  expect(desk.db.find('SELECT 1 FROM messages WHERE text LIKE ?', `%${card}%`)).toBeDefined();
});
