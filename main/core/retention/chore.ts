import type { Chore } from '../chores.ts';
import { operate, type Desk } from '../desk.ts';
import { removeThreads } from '../erase/threads.ts';
import { failpoint } from '../failpoint.ts';
import { sweepSoon } from '../recheck/sweep.ts';
import { sweepFiles } from '../uploads/sweep.ts';
import { emptyDirects } from './directs.ts';
import { closedAfter, cutoff, firstPlace, judge, type Place } from './due.ts';
import { keepRound, lastRound, type Round } from './rounds.ts';
import { rulesOf } from './rules.ts';

const dayMs = 24 * 3_600_000;
/** Threads that are looked at in one part, and messages that go in one: below a frame or two. */
const looked = 300;
const messagesPerPart = 200;

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

const part = (desk: Desk, round: Round): void => {
  const rules = new Map(rulesOf(desk.db).map((rule) => [rule.accountId as string, rule]));
  const before = cutoff([...rules.values()], round.began_at);
  const what = { op: 'retention.part', by: 'desk', input: {} };
  const { value: isOver } = operate(desk, what, (tx, at) => {
    const place = JSON.parse(round.place) as Place;
    const rows = before === null ? [] : closedAfter(tx, place, before, looked);
    const verdicts = judge(tx, rows, (accountId) => rules.get(accountId), round.began_at);
    const next = { ...round };
    const going: typeof rows = [];
    let size = 0;
    let last: (typeof rows)[number] | undefined;
    for (const row of rows) {
      if (size > messagesPerPart) break;
      last = row;
      const verdict = verdicts.get(row.id);
      if (verdict === 'remove') {
        going.push(row);
        size += row.inbound + row.outbound;
      } else if (verdict === 'empty-directs') {
        const emptied = emptyDirects(tx, row.id, at);
        next.directs += emptied;
        size += emptied;
      }
    }
    const removed = removeThreads(tx, going, { at, because: 'retention' });
    next.threads += removed.threads;
    next.messages += removed.messages;
    if (last) next.place = JSON.stringify({ at: last.closed_at ?? 0, id: last.id });
    else next.ended_at = at;
    keepRound(tx.db, next);
    return { value: last === undefined && next.threads + next.directs > 0 };
  });
  if (!isOver) return;
  sweepFiles(desk);
  sweepSoon(desk);
};
