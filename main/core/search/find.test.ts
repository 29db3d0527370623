import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AgentId } from '../../../shared/ids.ts';
import { matchesSearch } from '../../../shared/search/match.ts';
import type { Query } from '../../../shared/search/query.ts';
import { addNote } from '../notes/notes.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { createFinder } from './find.ts';
import { indexing } from './indexing.ts';
import { everything } from './testing.ts';

const me = 'ab' as AgentId;
const words = [
  ...[
    'refund',
    'Refunds',
    'no',
    'signal',
    'since',
    '#Outage',
    '@hallammobile',
    '@maya',
    'maya',
    'Zażółć',
    'zazolc',
  ],
  ...[
    '電話',
    '壊れた',
    '昨日から電話が壊れた',
    'iPhone壊れ',
    'ไม่มีสัญญาณ',
    'สัญญาณ',
    '한국에서',
    '한국',
    'नमस्ते',
  ],
  ...[
    '😡',
    '😡😡',
    '👩🏽‍🔧',
    '👩',
    '🇵🇱',
    ':)',
    "don't",
    'O2-arena',
    'a',
    'A\u0301',
    '0113 496 0017',
    'https://x.example/a',
  ],
];

let desk: TestDesk;
let all: ReturnType<typeof everything>;

beforeAll(() => {
  desk = makeDesk();
  const dice = rolls(7);
  const text = (): string =>
    Array.from({ length: 1 + dice(6) }, () => words[dice(words.length)]).join(dice(4) === 0 ? '' : ' ');
  for (let n = 1; n <= 260; n += 1) {
    const who = String(10 + dice(25));
    // Half arrive long after they were written, and many in the same millisecond.
    const createdAt = start - dice(20) * 86_400_000 + dice(2);
    const id = String(1000 + n);
    const change = {
      authorRemoteId: who,
      text: text(),
      createdAt,
      lang: ['en', 'pt-BR', null][dice(3)] ?? null,
    };
    if (n % 7 === 0) arrive(desk, [ownReply(id, who, { text: text(), createdAt })], 'own');
    else if (n % 5 === 0) arrive(desk, [direct(id, change)], 'direct');
    else {
      const attachments = dice(3) === 0 ? [{ kind: 'photo' as const, url: null, altText: null }] : [];
      arrive(desk, [post(id, { ...change, attachments })]);
    }
  }
  desk.db.raw.exec(`
    UPDATE identities SET name = 'Maya O’Brien' WHERE remote_id IN ('11', '12');
    INSERT INTO tags (id, name, colour, revision) VALUES ('t1', 'Billing', 'grey', 1), ('t2', 'VIP guest', 'grey', 1);
    INSERT INTO thread_tags SELECT id, 't1', 0, 1 FROM threads WHERE last_in_seq % 3 = 0;
  `);
  const threads = desk.db.all<{ id: string; customer_id: string }>(
    'SELECT id, customer_id FROM threads ORDER BY last_in_seq',
  );
  for (const [at, { id, customer_id }] of threads.entries()) {
    const set = (sql: string): void =>
      void desk.db.raw.prepare(`UPDATE threads SET ${sql} WHERE id = ?`).run(id);
    if (at % 4 === 0)
      addNote(at % 8 === 0 ? desk : desk.as('cd'), {
        threadId: id as never,
        about: at % 3 === 0 ? 'customer' : 'thread',
        text: text(),
        mentions: [],
      });
    if (at % 5 === 0) set("breaches = 2, assignee_id = 'ab'");
    if (at % 6 === 0) set("status = 'resolved', assignee_id = 'cd'");
    if (at % 7 !== 0) continue;
    desk.db.raw
      .prepare(
        "INSERT INTO phones (id, customer_id, number, consent_by, consent_at, expires_at, revision) VALUES (?, ?, '+441134960017', 'ab', 0, 0, 1)",
      )
      .run(`p${at}`, customer_id);
    desk.db.raw
      .prepare(
        "INSERT INTO escalations (id, thread_id, customer_id, phone_id, state, summary, requested_by, requested_at, due_at, attempts, revision) VALUES (?, ?, ?, ?, 'requested', ?, 'cd', ?, 0, 0, 1)",
      )
      .run(`e${at}`, id, customer_id, `p${at}`, text(), start);
    if (at % 2 === 0)
      desk.db.raw
        .prepare(
          "INSERT INTO call_attempts (id, escalation_id, agent_id, started_at, note, revision) VALUES (?, ?, 'ab', ?, ?, 1)",
        )
        .run(`c${at}`, `e${at}`, start, text());
  }
  finish(desk, indexing);
  all = everything(desk.db);
});
afterAll(() => desk.db.close());

const day = fc.integer({ min: -22, max: 2 }).map((n) => {
  const from = start + n * 86_400_000;
  return { from, to: from + 86_400_000 };
});
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom('ref', 'mobile', '話', '壊', 'สัญ', '국', '👩🏽', '@may', 'zzz', ' '),
);
const named = fc.constantFrom(
  'maya',
  '@user13',
  'user13',
  '14',
  'x:user:15',
  'hallam',
  'hallammobile',
  'x:account:1',
  'User',
  'nobody here',
);
const leaf: fc.Arbitrary<Query> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('word' as const), text, isPrefix: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc
      .array(text, { minLength: 1, maxLength: 3 })
      .map((some) => ({ kind: 'phrase' as const, text: some.join(' ') })),
  },
  fc.record({
    kind: fc.constant('field' as const),
    name: fc.constantFrom('from' as const, 'to' as const, 'account' as const),
    value: named,
  }),
  fc.record({
    kind: fc.constant('field' as const),
    name: fc.constantFrom('agent' as const, 'assigned' as const),
    value: fc.constantFrom('me', 'cd', 'ab', 'Carl', 'nobody', 'x'),
  }),
  fc.constantFrom<Query>(
    { kind: 'field', name: 'tag', value: 'billing' },
    { kind: 'field', name: 'tag', value: 'vip' },
    { kind: 'field', name: 'status', value: 'resolved' },
    { kind: 'field', name: 'status', value: 'new' },
    ...['en', 'pt', 'pt-br', 'de'].map((value): Query => ({ kind: 'field', name: 'lang', value })),
    ...(['link', 'image', 'video', 'phone', 'note', 'call'] as const).map((value): Query => ({
      kind: 'field',
      name: 'has',
      value,
    })),
    ...(['dm', 'public', 'inbound', 'outbound', 'deleted', 'breached', 'escalated'] as const).map(
      (value): Query => ({ kind: 'field', name: 'is', value }),
    ),
  ),
  fc
    .tuple(fc.constantFrom('before' as const, 'after' as const, 'on' as const), day)
    .map(([name, range]): Query => ({ kind: 'field', name, value: 'day', ...range })),
);
const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('query'), { minLength: 2, maxLength: 4 }).map((of) => ({ kind: 'all' as const, of })),
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((of) => ({ kind: 'any' as const, of })),
    tie('query').map((of) => ({ kind: 'not' as const, of })),
  ),
}));

it('finds what the plain rule says, the newest first, however it is paged', () => {
  const plain = createFinder(desk.db);
  // As where more people are called so than are told one by one.
  const crowded = createFinder(desk.db, 1);
  let found = 0;
  fc.assert(
    fc.property(query, fc.integer({ min: 1, max: 60 }), fc.boolean(), (asked, limit, isCrowded) => {
      const expected = all.filter(({ facts }) => matchesSearch(asked, facts, me));
      const pages: { key: string; at: number }[] = [];
      for (let before: number | null = null; ;) {
        const page = (isCrowded ? crowded : plain)({ query: asked, me, before, limit });
        expect(page.isCut).toBe(false);
        pages.push(...page.found.map(({ part, ref, at }) => ({ key: `${part} ${ref}`, at })));
        before = page.next;
        if (before === null) break;
      }
      expect(pages.map(({ key }) => key).toSorted()).toEqual(expected.map(({ key }) => key).toSorted());
      expect(pages.map(({ at }) => at)).toEqual(expected.map(({ at }) => at).toSorted((a, b) => b - a));
      found += pages.length;
    }),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(2000);
});

it('keeps what it found when it is told to stop, and says where to go on', () => {
  const find = createFinder(desk.db);
  const asked = { query: { kind: 'field', name: 'is', value: 'public' }, me, limit: 1000 } as const;
  const whole = find({ ...asked, before: null }).found.map(({ id }) => id);
  const pages: number[] = [];
  let turns = 0;
  for (let before: number | null = null; ; turns += 1) {
    let left = 10;
    const page = find({ ...asked, before }, () => (left -= 1) > 0);
    pages.push(...page.found.map(({ id }) => id));
    before = page.next;
    expect(page.isCut).toBe(before !== null);
    if (before === null) break;
  }
  expect(pages).toEqual(whole);
  expect(turns).toBeGreaterThan(10);
});

const rolls = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};
