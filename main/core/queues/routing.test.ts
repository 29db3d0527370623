import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Parsed } from '../../../shared/api.ts';
import type { QueueTest } from '../../../shared/api/queues.ts';
import type { Rule } from '../../../shared/rule.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import { operate, type Desk } from '../desk.ts';
import { arrive, direct, makeDesk, onlyThread, ownReply, post, start, stateOf } from '../testing/desk.ts';
import { queueOf, recounted, saved } from '../testing/queues.ts';
import { claim, resolve } from '../threads/operations.ts';
import { patchThread } from '../threads/patch.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { queueHandlers } from './handlers.ts';

const hour = 3_600_000;

it('asks the queues in their order; the first rule that fits wins, and what none fits is nobody’s', () => {
  const desk = makeDesk();
  saved(desk, 'dms', { rules: [{ kinds: ['dm'] }] });
  saved(desk, 'outage', { rules: [{ words: ['bill'] }, { words: ['no signal'], languages: ['en'] }] });
  arrive(desk, [direct('10', { authorRemoteId: '8', text: 'no signal' })], 'direct');
  arrive(desk, [
    post('20', { authorRemoteId: '9' }),
    post('30', { authorRemoteId: '10', text: 'brak zasięgu', lang: 'pl' }),
  ]);
  const queues = desk.db.all<{ who: string; queue_id: string | null }>(
    'SELECT identity_id AS who, queue_id FROM threads ORDER BY first_at',
  );
  expect(queues.map(({ queue_id }) => queue_id)).toEqual(['dms', 'outage', null]);
});

it('goes by the first message of the segment, so that an answer or a second message sends it nowhere', () => {
  const desk = makeDesk();
  saved(desk, 'bills', { rules: [{ words: ['bill'] }] });
  saved(desk, 'outage', { rules: [{ words: ['signal'] }] });
  arrive(desk, [post('10', { text: 'wrong bill' })]);
  const id = onlyThread(desk);
  arrive(desk, [ownReply('20', '7'), post('30', { text: 'and no signal' })]);
  expect(queueOf(desk, id)).toBe('bills');
  desk.clock.now = start + hour;
  claim(desk, { threadId: id, revision: 0 });
  resolve(desk, { threadId: id, revision: getThread(desk.db, id).revision });
  expect(queueOf(desk, id)).toBe('bills');
  arrive(desk, [post('40', { text: 'no signal again', createdAt: start + 2 * hour })]);
  expect(getThread(desk.db, id)).toMatchObject({ is_open: 1, queue_id: 'outage' });
});

it('keeps a thread where somebody moved it, until its queue is no longer in use', () => {
  const desk = makeDesk();
  saved(desk, 'all');
  saved(desk, 'vip', { rules: [] });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  const handle = queueHandlers(desk);
  const move = (queueId: string | null) =>
    void handle['thread.move']({ threadId: id, revision: 0, queueId: queueId as never });
  move('vip');
  saved(desk, 'all', { rules: [{}, {}] });
  recounted(desk);
  arrive(desk, [post('20')]);
  expect(queueOf(desk, id)).toBe('vip');
  void handle['queue.remove']({ id: 'vip' as never, revision: 1 });
  recounted(desk);
  expect(getThread(desk.db, id)).toMatchObject({ queue_id: 'all', queue_by_hand: 0 });
  undo(desk);
  recounted(desk);
  expect(queueOf(desk, id)).toBe('all');
  move('vip');
  move(null);
  expect(queueOf(desk, id)).toBe('all');
  undo(desk);
  expect(getThread(desk.db, id)).toMatchObject({ queue_id: 'vip', queue_by_hand: 1 });
});

it('asks anew in bounded parts when the rules change, and takes that back', () => {
  const desk = makeDesk();
  arrive(
    desk,
    Array.from({ length: 450 }, (_, at) => post(String(100 + at), { authorRemoteId: String(1000 + at) })),
  );
  saved(desk, 'all', { rules: [{ words: ['signal'] }] });
  expect(recounted(desk)).toBe(12);
  const inQueue = () =>
    desk.db.find<{ n: number }>("SELECT count(*) AS n FROM threads WHERE queue_id = 'all'")?.n;
  expect(inQueue()).toBe(450);
  undo(desk);
  recounted(desk);
  expect(inQueue()).toBe(0);
});

it('follows priority and the tags of a customer’s other threads when a rule asks for them', () => {
  const desk = makeDesk();
  saved(desk, 'urgent', { rules: [{ priorities: [0] }] });
  saved(desk, 'vip', { rules: [{ customerTags: ['gold' as never] }] });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  const patch = (change: Parameters<typeof patchThread>[2]) =>
    operate(desk, { op: 'test.set', by: desk.me, input: {} }, (tx) => {
      const step = patchThread(tx, getThread(tx, id), change);
      return { value: step, inverse: { op: 'threads.restore', input: { steps: [step] } } };
    });
  expect(queueOf(desk, id)).toBeNull();
  patch({ tags: '["gold"]' });
  expect(queueOf(desk, id)).toBe('vip');
  patch({ priority: 0 });
  expect(queueOf(desk, id)).toBe('urgent');
  undo(desk);
  expect(queueOf(desk, id)).toBe('vip');
});

it('says which rule of which queue would win and why, and writes nothing', () => {
  const desk = makeDesk();
  saved(desk, 'dms', { rules: [{ kinds: ['dm'] }] });
  arrive(desk, [post('10'), post('20', { authorRemoteId: '9', text: 'my bill' })]);
  const seq = lastSeq(desk);
  const rules: Rule[] = [{ words: ['bill'] }, { words: ['no signal', 'outage'], kinds: ['post'] }];
  const told = queueHandlers(desk)['queue.test']({
    draft: { id: 'new' as never, name: 'Outage', rules },
    sample: { text: 'No Signal!', kind: 'post', accountId: desk.account.id as never, lang: null },
  });
  expect(told).toEqual({
    winner: {
      id: 'new',
      name: 'Outage',
      rule: rules[1],
      place: 2,
      why: [
        { part: 'words', value: 'no signal' },
        { part: 'kinds', value: 'post' },
      ],
    },
    spread: [
      { id: 'dms', name: 'dms', now: 0, after: 0 },
      { id: 'new', name: 'Outage', now: 0, after: 2 },
      { id: null, name: null, now: 2, after: 0 },
    ],
    asked: 2,
  });
  const winner = (sample: Parsed<'queue.test'>['sample']) =>
    (queueHandlers(desk)['queue.test']({ draft: null, sample }) as QueueTest).winner?.id ?? null;
  const [thread] = desk.db.all<{ id: string }>('SELECT id FROM threads');
  expect(winner({ threadId: thread?.id as never })).toBeNull();
  saved(desk, 'bills', { rules: [{ words: ['bill'] }] });
  expect(winner({ messageId: `${desk.account.id}/post/20` as never })).toBe('bills');
  expect(winner({ messageId: `${desk.account.id}/post/10` as never })).toBeNull();
  expect(lastSeq(desk)).toBe((seq ?? 0) + 1);
});

const lastSeq = (desk: Desk) => desk.db.find<{ seq: number }>('SELECT max(seq) AS seq FROM changes')?.seq;

const part = fc.record({
  who: fc.constantFrom('7', '8'),
  kind: fc.constantFrom('post', 'dm', 'reply', 'edit'),
  text: fc.constantFrom('no signal', 'my bill', 'thank you', 'Störung', '故障です'),
  lang: fc.constantFrom('en', 'pl', null),
  hours: fc.integer({ min: 0, max: 300 }),
});
const rule: fc.Arbitrary<Rule> = fc.constantFrom<Rule>(
  { words: ['signal'] },
  { words: ['bill', '故障'] },
  { kinds: ['dm'] },
  { languages: ['pl'] },
  { sentiments: ['positive'] },
  { notWords: ['signal'] },
);

it('ends in the same queues whatever the order and the pages, and when asked anew', () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 10 }),
      fc.array(fc.array(rule, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      fc.infiniteStream(fc.nat()),
      (parts, queues, pageSize, chance) => {
        const messages = parts.map(({ who, kind, text, lang, hours }, at): RemoteMessage => {
          const id = String(100 + at);
          const base = { authorRemoteId: who, createdAt: start + hours * hour + at, text, lang };
          if (kind === 'dm') return direct(id, base);
          if (kind === 'reply') return ownReply(id, who, { createdAt: base.createdAt });
          return post(id, kind === 'edit' ? { ...base, versionId: `${id}9`, text: 'edited bill' } : base);
        });
        const shuffled = messages
          .map((message) => ({ message, at: chance.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ message }) => message);
        const desks = [makeDesk(), makeDesk(), makeDesk()] as const;
        const [straight, crooked, late] = desks;
        const setUp = (desk: Desk) => queues.forEach((rules, at) => saved(desk, `q${at}`, { rules }));
        setUp(straight);
        setUp(crooked);
        arrive(straight, messages);
        for (let at = 0; at < shuffled.length; at += pageSize) {
          arrive(crooked, shuffled.slice(at, at + pageSize));
        }
        arrive(late, messages);
        setUp(late);
        for (const desk of desks) recounted(desk);
        expect(stateOf(crooked)).toEqual(stateOf(straight));
        expect(stateOf(late)).toEqual(stateOf(straight));
        for (const desk of desks) desk.db.close();
      },
    ),
    { numRuns: 60 },
  );
});
