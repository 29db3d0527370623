import { expect, test } from 'vitest';
import { makeDesk, person, post, type TestDesk } from '../testing/desk.ts';
import { ingest } from './ingest.ts';
import { ingestInSlices, slicesOf } from './slices.ts';

const ids = Array.from({ length: 50 }, (_, at) => String(1000 + at));
const answer = {
  messages: ids.map((id, at) => post(id, { authorRemoteId: String(at % 7) })).toReversed(),
  identities: [...Array(7).keys(), 99].map((id) => person(String(id))),
  unreadable: [{ remoteId: '9', reason: 'no text', raw: '{}' }],
  cursor: 'after',
};

test('every message is in one slice, oldest first; only the last moves the cursor and keeps the unreadable', () => {
  const slices = slicesOf(answer, 'before');
  expect(slices.flatMap(({ messages }) => messages.map(({ remoteId }) => remoteId))).toEqual(ids);
  expect(slices.map(({ messages }) => messages.length)).toEqual([10, 10, 10, 10, 10]);
  expect(slices.map(({ cursor }) => cursor)).toEqual([...Array<string>(4).fill('before'), 'after']);
  expect(slices.map(({ unreadable }) => unreadable.length)).toEqual([0, 0, 0, 0, 1]);
  expect(slices.map(({ identities }) => identities.length)).toEqual([7, 0, 0, 0, 1]);
});

test('a short answer, and an empty one, are one slice as they are', () => {
  for (const count of [10, 0]) {
    const messages = answer.messages.slice(0, count);
    expect(slicesOf({ ...answer, messages }, 'before')).toEqual([
      { ...answer, messages: messages.toReversed() },
    ]);
  }
});

test('ends in the state of one piece; also when it was cut off in between and told again', async () => {
  const whole = makeDesk();
  ingest(whole, whole.account, 'mentions', answer);
  const sliced = makeDesk();
  const [first] = slicesOf(answer, null);
  ingest(sliced, sliced.account, 'mentions', first!);
  await ingestInSlices(sliced, sliced.account.id, 'mentions', answer, null);
  expect(stateOf(sliced)).toEqual(stateOf(whole));
});

/** Everything but ids made here and counters of writes. */
const stateOf = ({ db }: TestDesk): unknown => [
  db.all('SELECT remote_id, text, role, author_id, received_at FROM messages ORDER BY remote_id'),
  db.all(
    'SELECT identity_id, status, first_at, sort_at, last_in_id, inbound, waiting_since FROM threads ORDER BY identity_id',
  ),
  db.all('SELECT id, handle FROM identities ORDER BY id'),
  db.all('SELECT stream, value FROM cursors'),
  db.all('SELECT reason FROM quarantine'),
];
