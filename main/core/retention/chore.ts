import { createUsed, eraseUnused } from '../accounts/erase-people.ts';
import type { Chore } from '../chores.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { putErasure } from '../erase/rows.ts';
import { removeThreads } from '../erase/threads.ts';
import { unindex } from '../erase/unindex.ts';
import { failpoint } from '../failpoint.ts';
import { sweepFiles } from '../uploads/sweep.ts';
import { emptyDirects } from './directs.ts';
import { closedAfter, cutoff, firstPlace, judge, type Place } from './due.ts';
import { keepRound, lastRound, type Round } from './rounds.ts';
import { rulesOf } from './rules.ts';

const dayMs = 24 * 3_600_000;
/** Threads that are looked at in one part: below a frame. */
const looked = 300;

/** Once a day what is due goes, in parts; what is held stays. After a restart the round goes on where it was. */
export const retaining: Chore = {
  name: 'retention',
  apartMs: 20,
  dueAt({ db }) {
    if (rulesOf(db).every(({ closedDays, directDays }) => closedDays === null && directDays === null)) {
      return Infinity;
    }
    const round = lastRound(db);
    if (!round) return 0;
    return round.ended_at === null ? round.began_at : round.ended_at + dayMs;
  },
  run(desk) {
    const known = lastRound(desk.db);
    const round = known?.ended_at === null ? known : begun(desk);
    part(desk, round);
    failpoint('retention.part');
  },
};

const begun = ({ now }: Desk): Round => ({
  began_at: now(),
  ended_at: null,
  place: JSON.stringify(firstPlace),
  ...{ threads: 0, messages: 0, directs: 0 },
});

/** What is due, then the people of whom nothing is left. */
const part = (desk: Desk, round: Round): void => {
  const place = JSON.parse(round.place) as Place | 'people';
  if (place === 'people') {
    // A handle that goes would be looked for in every message: no index knows who wrote what. `used` has read them all.
    desk.db.raw.pragma('foreign_keys = OFF');
    try {
      peoplePart(desk, round);
    } finally {
      desk.db.raw.pragma('foreign_keys = ON');
    }
  } else duePart(desk, round, place);
};

const what = { op: 'retention.part', by: 'desk', input: {} };

const duePart = (desk: Desk, round: Round, place: Place): void => {
  const rules = new Map(rulesOf(desk.db).map((rule) => [rule.accountId as string, rule]));
  const before = cutoff([...rules.values()], round.began_at);
  const next = { ...round };
  operate(desk, what, (tx, at) => {
    const rows = before === null ? [] : closedAfter(tx, place, before, looked);
    const verdicts = judge(tx, rows, (accountId) => rules.get(accountId), round.began_at);
    const going: typeof rows = [];
    let last: (typeof rows)[number] | undefined;
    let isCut = false;
    for (const row of rows) {
      const verdict = verdicts.get(row.id);
      if (verdict === 'remove' || verdict === 'empty-directs') {
        // One in a part: its words leave the index first, as many parts as that takes.
        isCut = going.length > 0 || !unindex(tx, desk, row.id, verdict === 'remove' ? 'any' : 'dm');
        if (isCut) break;
      }
      last = row;
      if (verdict === 'remove') going.push(row);
      else if (verdict === 'empty-directs') next.directs += emptyDirects(tx, row.id, at);
    }
    const removed = removeThreads(tx, going, { at, because: 'retention' });
    next.threads += removed.threads;
    next.messages += removed.messages;
    if (last) next.place = JSON.stringify({ at: last.closed_at ?? 0, id: last.id } satisfies Place);
    else if (isCut) return { value: null };
    else if (next.threads + next.directs > 0) next.place = JSON.stringify('people');
    else next.ended_at = at;
    keepRound(tx.db, next);
    return { value: null };
  });
};

/** Who is named still, gathered over several turns; after a restart anew. */
const people = new WeakMap<Desk['db'], ReturnType<typeof createUsed>>();

const peoplePart = (desk: Desk, round: Round): void => {
  let used = people.get(desk.db);
  if (!used) people.set(desk.db, (used = createUsed()));
  const still = used;
  const { value: isOver } = operate(desk, what, (tx, at) => {
    if (still.gather(tx) || eraseUnused(tx, still)) return { value: false };
    keepRound(tx.db, { ...round, ended_at: at });
    // Index and file are gone through as after a person was erased.
    putErasure(tx, {
      ...{ id: newId(desk), customer_id: '', by_id: 'desk', asked_at: at, phase: 'index', place: '' },
      ...{ people: '[]', with_exports: 0, threads: 0, messages: 0, elsewhere: 0, files: 0, ended_at: null },
    });
    return { value: true };
  });
  if (!isOver) return;
  people.delete(desk.db);
  sweepFiles(desk);
};
