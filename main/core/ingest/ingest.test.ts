import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RemoteMessage } from '../../providers/provider.ts';
import {
  answerOf,
  arrive,
  direct,
  makeDesk,
  onlyThread,
  ownReply,
  post,
  start,
  stateOf,
  type TestDesk,
} from '../testing/desk.ts';
import { claim, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { ingest, ingestLookup } from './ingest.ts';
import { quarantined } from './quarantine.ts';

const hour = 3_600_000;

it('puts public and direct messages of one customer into one thread', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), post('20', { inReplyToRemoteId: '10' })]);
  arrive(desk, [direct('30')], 'direct');
  const thread = getThread(desk.db, onlyThread(desk));
  expect(thread).toMatchObject({
    status: 'new',
    inbound: 3,
    direct: 1,
    waiting_since: start + 10,
    reply_to_id: 'x:account:1/post/20',
  });
});

it('does not take the brand’s own posts for work, wherever they were written', () => {
  const desk = makeDesk();
  arrive(desk, [post('5', { authorRemoteId: '1', isSummons: false })], 'own');
  expect(desk.db.all('SELECT * FROM threads')).toEqual([]);
  arrive(desk, [post('10')]);
  arrive(desk, [ownReply('20', '7', { inReplyToRemoteId: '10' })], 'own');
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({
    status: 'waiting-customer',
    waiting_since: null,
    outbound: 1,
  });
});

it('folds reposts into a counter, also when they come first', () => {
  const desk = makeDesk();
  arrive(desk, [post('11', { authorRemoteId: '8', repostOfRemoteId: '10' })]);
  arrive(desk, [post('10'), post('12', { authorRemoteId: '9', repostOfRemoteId: '10' })]);
  arrive(desk, [post('12', { authorRemoteId: '9', repostOfRemoteId: '10' })]);
  expect(getThread(desk.db, onlyThread(desk)).reposts).toBe(2);
});

it('counts a repost once when its message comes twice in one answer', () => {
  const desk = makeDesk();
  arrive(desk, [post('11', { authorRemoteId: '8', repostOfRemoteId: '10' })]);
  arrive(desk, [post('10'), post('10')]);
  expect(getThread(desk.db, onlyThread(desk)).reposts).toBe(1);
});

it('keeps an unreadable message with its reason, once, and takes the rest', () => {
  const desk = makeDesk();
  const answer = {
    ...answerOf([post('10')]),
    unreadable: [{ remoteId: '11', reason: 'no text', raw: '{"id":"11"}' }],
  };
  ingest(desk, desk.account, 'mentions', answer);
  ingest(desk, desk.account, 'mentions', answer);
  expect(quarantined(desk.db, desk.account.id)).toBe(1);
  expect(getThread(desk.db, onlyThread(desk)).inbound).toBe(1);
});

it('commits rows and cursor together', () => {
  const desk = makeDesk();
  const broken = answerOf([post('10'), post('11', { createdAt: Number.NaN })], 'after-both');
  expect(() => ingest(desk, desk.account, 'mentions', broken)).toThrow();
  expect(desk.db.all('SELECT * FROM cursors')).toEqual([]);
  expect(desk.db.all('SELECT * FROM messages')).toEqual([]);
  expect(desk.db.all("SELECT * FROM changes WHERE op = 'account.ingest'")).toEqual([]);
});

it('reopens within the window, starts a linked thread after it', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const first = onlyThread(desk);
  claim(desk, { threadId: first, revision: 0 });
  desk.clock.now = start + hour;
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  arrive(desk, [post('20', { createdAt: start + 70 * hour })]);
  expect(getThread(desk.db, first)).toMatchObject({
    status: 'open',
    is_open: 1,
    waiting_since: start + 70 * hour,
  });
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  arrive(desk, [post('30', { createdAt: start + 200 * hour })]);
  const threads = desk.db.all<{ previous_id: string | null; status: string }>(
    'SELECT previous_id, status FROM threads ORDER BY first_at',
  );
  expect(threads).toEqual([
    { previous_id: null, status: 'resolved' },
    { previous_id: first, status: 'new' },
  ]);
});

it('joins what was split only because an earlier message came late', () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const first = onlyThread(desk);
  desk.clock.now = start + hour;
  resolve(desk, { threadId: first, revision: getThread(desk.db, first).revision });
  arrive(desk, [post('30', { createdAt: start + 100 * hour })]);
  expect(desk.db.all('SELECT id FROM threads')).toHaveLength(2);
  arrive(desk, [post('20', { createdAt: start + 50 * hour })]);
  expect(getThread(desk.db, onlyThread(desk))).toMatchObject({
    id: first,
    inbound: 3,
    is_open: 1,
    waiting_since: start + 50 * hour,
  });
});

it('shows an edited message in its newest version, in any order', () => {
  const edited = post('10', { versionId: '12', text: 'no signal in LS2' });
  for (const order of [
    [post('10'), edited],
    [edited, post('10')],
  ]) {
    const desk = makeDesk();
    for (const version of order) arrive(desk, [version]);
    expect(desk.db.all('SELECT version_id, text FROM messages')).toEqual([
      { version_id: '12', text: 'no signal in LS2' },
    ]);
  }
});

/** A few customers and the brand talking over some days: posts, direct messages, replies, reposts, edits. */
const story = fc.array(
  fc.record({
    who: fc.constantFrom('7', '8', '9'),
    kind: fc.constantFrom('post', 'dm', 'reply', 'ownDm', 'repost', 'edit', 'context'),
    hours: fc.integer({ min: 0, max: 400 }),
    of: fc.nat(),
  }),
  { minLength: 1, maxLength: 14 },
);

const tell = (parts: { who: string; kind: string; hours: number; of: number }[]): RemoteMessage[] =>
  parts.map(({ who, kind, hours, of }, at) => {
    const id = String(100 + at);
    const target = String(100 + (of % parts.length));
    const createdAt = start + hours * hour + at;
    const base = { authorRemoteId: who, createdAt };
    if (kind === 'dm') return direct(id, base);
    if (kind === 'reply') return ownReply(id, who, { createdAt, inReplyToRemoteId: target });
    if (kind === 'ownDm') return direct(id, { authorRemoteId: '1', toRemoteId: who, createdAt });
    if (kind === 'repost') return post(id, { ...base, repostOfRemoteId: target });
    if (kind === 'edit') return post(id, { ...base, versionId: `${id}9`, text: 'edited' });
    return post(id, { ...base, isSummons: kind !== 'context' });
  });

it('ends in the same state whatever the order, the pages and the repetitions', () => {
  fc.assert(
    fc.property(
      story.chain((parts) => {
        const messages = tell(parts);
        const shuffled = fc.shuffledSubarray(messages, { minLength: messages.length });
        const again = fc.subarray(messages);
        return fc.tuple(fc.constant(messages), shuffled, again, fc.integer({ min: 1, max: 5 }));
      }),
      ([messages, shuffled, again, pageSize]) => {
        const straight = makeDesk();
        arrive(straight, messages);
        const crooked = makeDesk();
        const pages = [...shuffled, ...again];
        for (let at = 0; at < pages.length; at += pageSize) arrive(crooked, pages.slice(at, at + pageSize));
        expect(stateOf(crooked)).toEqual(stateOf(straight));
      },
    ),
    { numRuns: 150 },
  );
});

it('never leaves a customer with two open threads on one account', () => {
  fc.assert(
    fc.property(story, fc.array(fc.nat(), { maxLength: 8 }), (parts, closings) => {
      const desk = makeDesk();
      for (const [at, message] of tell(parts).entries()) {
        desk.clock.now = Math.max(desk.clock.now, message.createdAt);
        arrive(desk, [message]);
        if (!closings.includes(at)) continue;
        for (const { id, revision } of desk.db.all<{ id: string; revision: number }>(
          'SELECT id, revision FROM threads WHERE is_open = 1',
        )) {
          resolve(desk, { threadId: id as never, revision });
        }
      }
      const doubled = desk.db.all(
        'SELECT customer_id FROM threads WHERE is_open = 1 GROUP BY customer_id, account_id HAVING count(*) > 1',
      );
      expect(doubled).toEqual([]);
      const lost = desk.db.all(
        "SELECT id FROM messages WHERE role = 'in' AND (thread_id IS NULL OR thread_id NOT IN (SELECT id FROM threads))",
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** What the desk learns, one after the other: a page of messages, or that some of those it has are gone. */
const told = story.chain((parts) => {
  const messages = tell(parts);
  const first = messages.filter(({ versionId, remoteId }) => versionId !== remoteId);
  const all = [
    ...messages,
    ...first.map((one) => ({ ...one, versionId: one.remoteId, text: 'before the edit' })),
  ];
  return fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length }),
    again: fc.subarray(all),
    pageSize: fc.integer({ min: 1, max: 5 }),
    gone: fc.subarray(messages.filter(({ kind }) => kind === 'post')),
    /** By message: how many steps after it came it is found to be gone. */
    later: fc.array(fc.nat(6), { minLength: messages.length, maxLength: messages.length }),
  });
});

const bury = (desk: TestDesk, remoteIds: readonly string[]): void => {
  // Later than everything that anybody wrote: what was answered had its answer before it went.
  desk.clock.now = start + 1000 * hour;
  ingestLookup(desk, desk.account, {
    ...{ messages: [], identities: [], unreadable: [], cost: [] },
    gone: remoteIds.map((id) => ({
      messageId: `${desk.account.id}/post/${id}`,
      because: 'deleted' as const,
    })),
  });
};

it('ends in the same state wherever edits, deletions and old pages fall', () => {
  fc.assert(
    fc.property(told, ({ all, order, again, pageSize, gone, later }) => {
      const straight = makeDesk();
      arrive(straight, all);
      bury(
        straight,
        gone.map(({ remoteId }) => remoteId),
      );
      const crooked = makeDesk();
      const pages = [...order, ...again];
      const due = new Map<string, number>();
      for (let at = 0, step = 0; at < pages.length; at += pageSize, step += 1) {
        const page = pages.slice(at, at + pageSize);
        arrive(crooked, page);
        for (const [index, { remoteId }] of gone.entries()) {
          if (!due.has(remoteId) && page.some((one) => one.remoteId === remoteId)) {
            due.set(remoteId, step + (later[index] ?? 0));
          }
        }
        bury(
          crooked,
          [...due].flatMap(([id, when]) => (when <= step ? [id] : [])),
        );
      }
      bury(crooked, [...due.keys()]);
      expect(stateOf(crooked)).toEqual(stateOf(straight));
      const left = crooked.db.all("SELECT * FROM messages WHERE gone_at IS NOT NULL AND text <> ''");
      expect(left).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
