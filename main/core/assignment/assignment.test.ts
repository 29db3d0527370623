import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignmentModes } from '../../../shared/model.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { saveDraft } from '../drafts.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, start } from '../testing/desk.ts';
import { finish, join, recounted, saved } from '../testing/queues.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { claim, markRead, release, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { drain } from './drain.ts';
import { giveBack } from './returned.ts';

/** Only who joins here can get anything. */
const quiet = () => {
  const desk = makeDesk();
  for (const id of ['ab', 'cd']) setDuty(desk, id, 'off');
  return desk;
};
const setDuty = (desk: Desk, id: string, duty: 'on' | 'away' | 'off') =>
  void operate(desk, { op: 'test.duty', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, id), duty });
    return { value: null };
  });
/** A customer each, in this order. */
const waiting = (desk: ReturnType<typeof makeDesk>, count: number, from = 100) =>
  arrive(
    desk,
    Array.from({ length: count }, (_, at) => post(String(from + at), { authorRemoteId: String(from + at) })),
  );
const now = (desk: Desk, id: string) => ({
  threadId: id as never,
  revision: getThread(desk.db, id).revision,
});
const given = (desk: Desk): (string | null)[] =>
  desk.db
    .all<{ assignee_id: string | null }>('SELECT assignee_id FROM threads ORDER BY first_at')
    .map(({ assignee_id }) => assignee_id);

it('takes turns, longest wait first, up to the cap, and goes on when there is room', () => {
  const desk = quiet();
  join(desk, 'x1', { loadCap: 2 });
  join(desk, 'x2');
  saved(desk, 'q', { assignment: 'round-robin' });
  waiting(desk, 6);
  finish(desk, drain);
  expect(given(desk)).toEqual(['x1', 'x2', 'x1', 'x2', 'x2', 'x2']);
  setDuty(desk, 'x2', 'away');
  waiting(desk, 1, 200);
  finish(desk, drain);
  expect(given(desk)[6]).toBeNull();
  const [mine] = desk.db.all<{ id: string }>("SELECT id FROM threads WHERE assignee_id = 'x1'");
  resolve(desk.as('x1'), now(desk, mine?.id ?? ''));
  finish(desk, drain);
  expect(given(desk)[6]).toBe('x1');
});

it('does not hand a thread straight back to who gave it back', () => {
  const desk = quiet();
  join(desk, 'x1');
  saved(desk, 'q', { assignment: 'round-robin', isSticky: true });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  finish(desk, drain);
  release(desk.as('x1'), now(desk, id));
  finish(desk, drain);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: null, returned_from: 'x1' });
  join(desk, 'x2');
  finish(desk, drain);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: 'x2', returned_from: null });
});

it('gives to whoever has least', () => {
  const desk = quiet();
  join(desk, 'x1');
  waiting(desk, 2);
  for (const { id } of desk.db.all<{ id: string }>('SELECT id FROM threads')) {
    claim(desk.as('x1'), { threadId: id as never, revision: 0 });
  }
  join(desk, 'x2');
  saved(desk, 'q', { assignment: 'least-loaded' });
  waiting(desk, 3, 200);
  finish(desk, drain);
  expect(given(desk).slice(2)).toEqual(['x2', 'x2', 'x1']);
});

it('asks for the skill and the language; what nobody can take does not hide what somebody can', () => {
  const desk = quiet();
  join(desk, 'x1', { skills: ['Billing'], languages: ['pl-PL'] });
  join(desk, 'x2', { languages: ['pl'] });
  saved(desk, 'q', { assignment: 'round-robin', skill: 'billing', isLanguage: true });
  arrive(desk, [
    ...Array.from({ length: 700 }, (_, at) =>
      post(String(1000 + at), { authorRemoteId: String(1000 + at), lang: 'ja' }),
    ),
    post('5000', { authorRemoteId: '5000', lang: 'pl' }),
    post('5001', { authorRemoteId: '5001', lang: 'und' }),
  ]);
  expect(finish(desk, drain)).toBeLessThan(8);
  expect(given(desk).slice(-3)).toEqual([null, 'x1', 'x1']);
});

it('comes back to whoever had the customer last, if they can', () => {
  const desk = quiet();
  for (const id of ['x1', 'x2', 'x3']) join(desk, id);
  saved(desk, 'q', { assignment: 'round-robin', isSticky: true });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  claim(desk.as('x3'), { threadId: id, revision: 0 });
  desk.clock.now = start + 3_600_000;
  resolve(desk.as('x3'), now(desk, id));
  arrive(desk, [post('20', { createdAt: start + 400 * 3_600_000 }), post('30', { authorRemoteId: '9' })]);
  finish(desk, drain);
  const after = desk.db.all<{ assignee_id: string }>(
    "SELECT assignee_id FROM threads WHERE is_open = 1 ORDER BY identity_id = 'x:user:7' DESC",
  );
  expect(after.map(({ assignee_id }) => assignee_id)).toEqual(['x3', 'x1']);
});

it('gives an ignored assignment back, says so, and to somebody else', () => {
  const desk = quiet();
  join(desk, 'x1');
  join(desk, 'x2');
  saved(desk, 'q', { assignment: 'round-robin', returnAfterMs: 60_000 });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  finish(desk, drain);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: 'x1', return_at: start + 60_000 });
  desk.clock.now += 59_999;
  expect(finish(desk, giveBack)).toBe(0);
  desk.clock.now += 1;
  finish(desk, giveBack);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: null, returned_from: 'x1', status: 'new' });
  const said = desk.db.find<{ input: string }>(
    "SELECT input FROM changes WHERE op = 'thread.returned' AND thread_id = ?",
    id,
  );
  expect(JSON.parse(said?.input ?? '{}')).toEqual({ threadId: id, from: 'x1' });
  setDuty(desk, 'x2', 'off');
  finish(desk, drain);
  expect(getThread(desk.db, id).assignee_id).toBeNull();
  setDuty(desk, 'x2', 'on');
  finish(desk, drain);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: 'x2', returned_from: null });
  expectReplayed(desk);
});

it.each([
  ['looked', (desk: Desk, id: string) => void markRead(desk, id)],
  ['typed', (desk: Desk, id: string) => void saveDraft(desk, id as never, 'post', 'Hi')],
])('lets whoever %s keep it', (_, act) => {
  const desk = quiet();
  join(desk, 'x1');
  saved(desk, 'q', { assignment: 'round-robin', returnAfterMs: 60_000 });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  finish(desk, drain);
  markRead(desk, id);
  expect(getThread(desk.db, id).return_at).not.toBeNull();
  act(desk.as('x1'), id);
  desk.clock.now += 1_000_000;
  expect(finish(desk, giveBack)).toBe(0);
  expect(getThread(desk.db, id).assignee_id).toBe('x1');
});

it('does not take away what nobody waits in', () => {
  const desk = quiet();
  join(desk, 'x1');
  saved(desk, 'q', { assignment: 'round-robin', returnAfterMs: 60_000 });
  arrive(desk, [post('10')]);
  const id = onlyThread(desk);
  finish(desk, drain);
  arrive(desk, [ownReply('20', '7')]);
  desk.clock.now += 60_000;
  finish(desk, giveBack);
  expect(getThread(desk.db, id)).toMatchObject({ assignee_id: 'x1', return_at: desk.clock.now + 60_000 });
});

const person = fc.record({
  loadCap: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  duty: fc.constantFrom('on', 'away', 'off'),
  role: fc.constantFrom('agent', 'supervisor', 'reviewer'),
  skills: fc.subarray(['bills', 'lines']),
  languages: fc.subarray(['en', 'pl']),
});
const queue = fc.record({
  rules: fc.constantFrom([{}], [{ languages: ['pl'] }], [{ kinds: ['dm'] as ('post' | 'dm')[] }]),
  assignment: fc.constantFrom(...assignmentModes),
  skill: fc.constantFrom(null, 'bills'),
  isLanguage: fc.boolean(),
  isSticky: fc.boolean(),
  returnAfterMs: fc.constantFrom(null, 60_000),
});
const step = fc.record({
  do: fc.constantFrom('arrive', 'arrive', 'claim', 'release', 'resolve', 'duty', 'wait', 'read'),
  who: fc.nat(3),
  what: fc.nat(20),
  duty: fc.constantFrom('on', 'away', 'off'),
  lang: fc.constantFrom('en', 'pl', 'ja', null),
});

it('never exceeds a cap, and never picks who is not on duty or can’t', () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 4 }),
      fc.array(queue, { minLength: 1, maxLength: 3 }),
      fc.array(step, { minLength: 5, maxLength: 30 }),
      (people, queues, steps) => {
        const desk = quiet();
        people.forEach((one, at) => join(desk, `x${at}`, one));
        queues.forEach((one, at) => saved(desk, `q${at}`, one as never));
        recounted(desk);
        for (const [at, one] of steps.entries()) {
          perform(desk, people.length, one, at);
          finish(desk, giveBack);
          checked(desk, () => finish(desk, drain));
        }
        expectReplayed(desk);
        desk.db.close();
      },
    ),
    { numRuns: 60 },
  );
});

type Step = { do: string; who: number; what: number; duty: 'on' | 'away' | 'off'; lang: string | null };

const perform = (desk: ReturnType<typeof makeDesk>, people: number, one: Step, at: number): void => {
  desk.clock.now += 20_000;
  const id = `x${one.who % people}`;
  if (one.do === 'wait') desk.clock.now += 60_000;
  if (one.do === 'duty') setDuty(desk, id, one.duty);
  if (one.do === 'arrive') {
    const author = { authorRemoteId: String(50 + (one.what % 6)), lang: one.lang };
    arrive(desk, [post(String(1000 + at), { ...author, createdAt: desk.clock.now })]);
  }
  const ids = desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY first_at');
  const thread = ids[one.what % Math.max(1, ids.length)]?.id;
  if (thread === undefined) return;
  const on = { threadId: thread as never, revision: getThread(desk.db, thread).revision };
  try {
    if (one.do === 'claim') claim(desk.as(id), on);
    if (one.do === 'release') release(desk.as(id), on);
    if (one.do === 'resolve') resolve(desk.as(id), on);
    if (one.do === 'read') markRead(desk.as(id), thread);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AppError') throw error;
  }
};

type Facts = {
  id: string;
  assignee_id: string | null;
  queue_id: string | null;
  returned_from: string | null;
  lang: string;
};

/** Looks at everything that changed hands while it ran, with an eye of its own. */
const checked = (desk: Desk, run: () => void): void => {
  const all = () =>
    desk.db.all<Facts>(
      'SELECT t.id, t.assignee_id, t.queue_id, t.returned_from, m.lang FROM threads t JOIN messages m ON m.id = t.last_in_id',
    );
  const before = new Map(all().map((row) => [row.id, row]));
  run();
  const loads = new Map<string, number>();
  for (const { assignee_id } of desk.db.all<{ assignee_id: string }>(
    'SELECT assignee_id FROM threads WHERE is_open = 1 AND assignee_id IS NOT NULL',
  )) {
    loads.set(assignee_id, (loads.get(assignee_id) ?? 0) + 1);
  }
  for (const row of all()) {
    const was = before.get(row.id);
    if (row.assignee_id === (was?.assignee_id ?? null)) continue;
    expect(was?.assignee_id).toBeNull();
    expect(row.assignee_id).not.toBe(was?.returned_from);
    const to = getAgentRow(desk.db, row.assignee_id ?? '');
    expect(to.duty).toBe('on');
    expect(to.role).not.toBe('reviewer');
    expect(loads.get(to.id)).toBeLessThanOrEqual(to.load_cap ?? Infinity);
    const queue = desk.db.find<{ skill: string | null; is_language: number; assignment: string }>(
      'SELECT * FROM queues WHERE id = ?',
      row.queue_id,
    );
    expect(queue?.assignment).not.toBe('off');
    if (queue?.skill) expect(JSON.parse(to.skills)).toContain(queue.skill);
    if (queue?.is_language === 1 && row.lang !== null) expect(JSON.parse(to.languages)).toContain(row.lang);
  }
};
