import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Parsed } from '../../../shared/api.ts';
import type { Desk } from '../desk.ts';
import { saveDraft } from '../drafts.ts';
import { makeDesk, type TestDesk } from '../testing/desk.ts';
import { agentOf, as, holder, idsOf, joins, whoHas, work } from '../testing/people.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { claim, release } from '../threads/operations.ts';
import { undo } from '../undo.ts';
import { passBaton, takeBaton } from './baton.ts';
import { setDuty } from './duty.ts';
import { handOver } from './hand-over.ts';
import { returnFromOffDuty } from './returning.ts';
import { removeFromRoster } from './roster.ts';
import { sheetOf } from './sheet.ts';

const accountId = 'x:account:1' as never;
const over = (to: string | null, more: Partial<Parsed<'duty.handOver'>> = {}): Parsed<'duty.handOver'> => ({
  to: to === null ? null : as(to),
  reason: 'End of shift',
  lines: [],
  seen: [],
  ...more,
});

const shift = (): TestDesk & { threads: ReturnType<typeof work> } => {
  const desk = makeDesk();
  joins(desk, 'ef');
  const threads = work(desk, 'cd', 4);
  takeBaton(desk.as('cd'), { accountId });
  return { ...desk, threads };
};

/** All that a hand-over touches. */
const state = (desk: Desk): unknown => [
  desk.db.all('SELECT id, assignee_id, status, expert_id, notes FROM threads ORDER BY id'),
  desk.db.all('SELECT id, duty, duty_since FROM agents ORDER BY id'),
  desk.db.all('SELECT id, baton_id FROM accounts'),
  desk.db.all('SELECT id, assignee_id FROM escalations ORDER BY id'),
  desk.db.all('SELECT id, expert_id, state, ended_at FROM questions ORDER BY id'),
  desk.db.all('SELECT * FROM drafts ORDER BY agent_id, thread_id'),
  desk.db.all('SELECT * FROM notes WHERE removed_at IS NULL'),
];

const askAndCall = (desk: Desk, [first, second]: readonly string[]): void => {
  const run = (sql: string, ...values: (string | number | null)[]): void =>
    void desk.db.statement(sql).run(...values);
  const customer = desk.db.find<{ customer_id: string }>(
    'SELECT customer_id FROM threads WHERE id = ?',
    first ?? '',
  );
  run(
    "INSERT INTO phones (id, customer_id, number, consent_by, consent_at, expires_at, revision) VALUES ('p', ?, '+441134960017', 'cd', 1, 9e12, 1)",
    customer?.customer_id ?? '',
  );
  for (const [id, assignee] of [
    ['e1', 'cd'],
    ['e2', null],
  ] as const) {
    run(
      "INSERT INTO escalations (id, thread_id, customer_id, phone_id, state, summary, requested_by, requested_at, assignee_id, due_at, attempts, revision) VALUES (?, ?, ?, 'p', 'requested', 'private words', 'cd', 1, ?, 5, 0, 1)",
      id,
      first ?? '',
      customer?.customer_id ?? '',
      assignee,
    );
  }
  run(
    "INSERT INTO questions (id, thread_id, asked_by, expert_id, text, asked_at, due_at, state, revision) VALUES ('q', ?, 'ab', 'cd', 'private words', 1, 9, 'open', 1)",
    second ?? '',
  );
};

it('lists everything in hand, and of drafts only that they exist', () => {
  const desk = shift();
  const [first, , , elsewhere] = desk.threads;
  release(desk.as('cd'), { threadId: elsewhere!, revision: 0 });
  saveDraft(desk.as('cd'), first!, 'post', 'my secret words');
  saveDraft(desk.as('cd'), elsewhere!, 'dm', 'more secret words');
  askAndCall(desk, desk.threads);
  const sheet = sheetOf(desk.as('cd'), undefined);
  expect(sheet.threads).toHaveLength(3);
  expect(sheet.threads.find(({ threadId }) => threadId === first)?.drafts).toEqual(['post']);
  expect(sheet.callbacks.map(({ id, isTheirs }) => [id, isTheirs])).toEqual([
    ['e1', true],
    ['e2', false],
  ]);
  expect(sheet.questions).toMatchObject([{ id: 'q', askedBy: 'ab' }]);
  expect(sheet.drafts).toMatchObject([{ threadId: elsewhere, kind: 'dm' }]);
  expect(sheet.batons).toEqual([{ accountId, handle: 'hallammobile' }]);
  expect(sheet.loads).toEqual([
    { agentId: 'ab', open: 0 },
    { agentId: 'ef', open: 0 },
  ]);
  expect(JSON.stringify(sheet)).not.toContain('secret');
});

it('leaves nobody off duty with anything in hand', () => {
  const desk = shift();
  expect(() => setDuty(desk.as('cd'), { duty: 'off' })).toThrow(
    '4 open threads and the baton for @hallammobile',
  );
  setDuty(desk.as('cd'), { duty: 'away' });
  expect(agentOf(desk, 'cd')?.duty).toBe('away');
  expect(() => claim(desk.as('cd'), { threadId: desk.threads[0]!, revision: 0 })).not.toThrow();
});

it('hands everything over in one change, and takes all of it back', () => {
  const desk = shift();
  const [first, second, third] = desk.threads;
  askAndCall(desk, desk.threads);
  saveDraft(desk.as('cd'), first!, 'post', 'my secret words');
  const before = state(desk);
  const rows = desk.db.all('SELECT seq FROM changes').length;
  const done = handOver(
    desk.as('cd'),
    over('ef', {
      seen: desk.threads,
      lines: [
        { about: 'thread', id: second!, to: as('ab') },
        { about: 'thread', id: third!, to: null },
        { about: 'callback', id: 'e1' as never, to: null },
      ],
    }),
  );
  expect(done).toEqual({ threads: 4, movedOn: [], cameMeanwhile: 0, batonsKept: 0 });
  expect(desk.db.all('SELECT seq FROM changes')).toHaveLength(rows + 1);
  expect(desk.threads.map((id) => whoHas(desk, id))).toEqual(['ef', 'ab', null, 'ef']);
  expect(agentOf(desk, 'cd')?.duty).toBe('off');
  expect(holder(desk)).toBe('ef');
  expect(desk.db.all('SELECT id, assignee_id FROM escalations ORDER BY id')).toEqual([
    { id: 'e1', assignee_id: null },
    { id: 'e2', assignee_id: 'ef' },
  ]);
  expect(desk.db.all('SELECT expert_id, state FROM questions')).toEqual([{ expert_id: 'ef', state: 'open' }]);
  // The draft is its author's still; the successor is told that it exists.
  expect(desk.db.all('SELECT agent_id, text FROM drafts')).toEqual([
    { agent_id: 'cd', text: 'my secret words' },
  ]);
  expect(
    desk.db.all<{ text: string; mentions: string }>('SELECT text, mentions FROM notes ORDER BY text'),
  ).toEqual([
    { text: 'A draft of a public reply by CD exists.', mentions: '["ef"]' },
    { text: 'Back to its queue: End of shift', mentions: '[]' },
  ]);
  const log = JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'));
  expect(log).not.toMatch(/secret|private|End of shift/);
  undo(desk.as('cd'));
  expect(state(desk)).toEqual(before);
});

it('leaves what moved on meanwhile where it is, and takes along what came', () => {
  const desk = shift();
  const [first, ...rest] = desk.threads;
  release(desk.as('cd'), { threadId: first!, revision: 0 });
  claim(desk.as('ab'), { threadId: first!, revision: 0 });
  const more = work(desk, 'cd', 1);
  const done = handOver(
    desk.as('cd'),
    over('ef', { seen: desk.threads, lines: [{ about: 'thread', id: first!, to: null }] }),
  );
  expect(done).toEqual({ threads: 4, movedOn: [first], cameMeanwhile: 1, batonsKept: 0 });
  expect(whoHas(desk, first!)).toBe('ab');
  for (const id of [...rest, ...more]) expect(whoHas(desk, id)).toBe('ef');
});

it('gives back only what nobody has touched since', () => {
  const desk = shift();
  const [first, second] = desk.threads;
  handOver(desk.as('cd'), over('ef', { seen: desk.threads }));
  release(desk.as('ef'), { threadId: first!, revision: 0 });
  undo(desk.as('cd'));
  expect(whoHas(desk, first!)).toBeNull();
  expect(whoHas(desk, second!)).toBe('cd');
  expect(agentOf(desk, 'cd')?.duty).toBe('on');
});

it('refuses as a whole: a successor who is not there, a baton without a person', () => {
  const desk = shift();
  setDuty(desk.as('ef'), { duty: 'away' });
  joins(desk, 're', { role: 'reviewer' });
  const before = state(desk);
  const [first] = desk.threads;
  const lines = [{ about: 'thread' as const, id: first!, to: as('ef') }];
  expect(() => handOver(desk.as('cd'), over('ab', { lines }))).toThrow('is away');
  expect(() => handOver(desk.as('cd'), over('re'))).toThrow('reads and reviews');
  expect(() => handOver(desk.as('cd'), over('cd'))).toThrow('their own successor');
  expect(() => handOver(desk.as('cd'), over(null))).toThrow('baton for @hallammobile needs a person');
  expect(() => handOver(desk.as('re'), over('ab', { agentId: as('cd') }))).toThrow(
    'Only supervisors and admins',
  );
  expect(state(desk)).toEqual(before);
});

it('the last one on duty stays accountable, and is relieved by whoever comes', () => {
  const desk = shift();
  setDuty(desk.as('ef'), { duty: 'off' });
  setDuty(desk, { duty: 'off' });
  expect(handOver(desk.as('cd'), over(null)).batonsKept).toBe(1);
  expect([holder(desk), agentOf(desk, 'cd')?.duty]).toEqual(['cd', 'off']);
  expect(setDuty(desk.as('ef'), { duty: 'on' }).batons).toBe(1);
  expect(holder(desk)).toBe('ef');
  undo(desk.as('ef'));
  expect([holder(desk), agentOf(desk, 'ef')?.duty]).toEqual(['cd', 'off']);
});

it('a thread that comes back to somebody off duty goes on to its queue', () => {
  const desk = shift();
  handOver(desk.as('cd'), over('ef'));
  desk.db.statement("UPDATE threads SET assignee_id = 'cd'").run();
  expect(returnFromOffDuty.dueAt(desk)).toBe(desk.now());
  returnFromOffDuty.run(desk);
  expect(idsOf(desk).map((id) => whoHas(desk, id))).toEqual([null, null, null, null]);
  expect(returnFromOffDuty.dueAt(desk)).toBe(Infinity);
});

it('nobody off duty works threads', () => {
  const desk = shift();
  setDuty(desk.as('ef'), { duty: 'off' });
  const [first] = desk.threads;
  release(desk.as('cd'), { threadId: first!, revision: 0 });
  expect(() => claim(desk.as('ef'), { threadId: first!, revision: 0 })).toThrow('You are off duty');
});

it('whatever people do, exactly one person on the roster holds the baton, and nobody off duty an open thread', () => {
  const who = fc.constantFrom('ab', 'cd', 'ef', 'gh');
  const step = fc.record({
    by: who,
    to: who,
    what: fc.constantFrom(
      'pass',
      'take',
      'on',
      'away',
      'off',
      'remove',
      'handOver',
      'queue',
      'claim',
      'undo',
      'release',
    ),
    at: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const desk = shift();
      joins(desk, 'gh', { role: 'supervisor' });
      for (const { by, to, what, at } of steps) {
        const me = desk.as(by);
        const threadId = desk.threads[at]!;
        const does: Record<typeof what, () => unknown> = {
          pass: () => passBaton(me, { accountId, to: as(to) }),
          take: () => takeBaton(me, { accountId }),
          on: () => setDuty(me, { duty: 'on' }),
          away: () => setDuty(me, { duty: 'away' }),
          off: () => setDuty(me, { duty: 'off' }),
          remove: () => removeFromRoster(me, to),
          handOver: () => handOver(me, over(to, { agentId: as(at === 0 ? to : by) })),
          queue: () => handOver(me, over(null)),
          claim: () => claim(me, { threadId, revision: 0 }),
          release: () => release(me, { threadId, revision: 0 }),
          undo: () => undo(me),
        };
        desk.clock.now += 1000;
        try {
          does[what]();
        } catch (error) {
          expect(error).toHaveProperty('code');
        }
        returnFromOffDuty.run(desk);
        expect(agentOf(desk, holder(desk) ?? '')).toMatchObject({ left_at: null });
        const lost =
          "SELECT t.id FROM threads t JOIN agents a ON a.id = t.assignee_id AND t.is_open = 1 WHERE a.duty = 'off'";
        expect(desk.db.all(lost)).toEqual([]);
      }
      expectReplayed(desk);
      desk.db.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
