import { columnCount, columnPage } from '../../main/core/columns/page.ts';
import { viewThread } from '../../main/core/threads/view.ts';
import type { SortKey } from '../../shared/filter.ts';
import { budgets } from '../budgets.ts';
import { twelveColumns } from '../columns.ts';
import { percentile } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Budget, Figure } from '../report/figure.ts';
import type { Sizes } from '../sizes.ts';
import { createDice } from '../town/dice.ts';
import type { BenchDesk } from './desk.ts';

// As the window asks for them.
const firstRows = 40;
const nextRows = 100;

/** What a column asks of the database, over every kind of column in turn. */
export const readColumns = ({ desk }: BenchDesk, { pages }: Sizes): Figure[] => {
  const dice = createDice(7);
  const keys = positions(desk.db);
  const over = (run: (at: number) => unknown): number[] =>
    Array.from({ length: pages }, (_, at) => timed(() => run(at)).tookMs);
  const column = (at: number) => twelveColumns[at % twelveColumns.length] ?? never();
  const p95 = (name: string, samples: readonly number[], budget?: Budget): Figure => ({
    name: `${name}, p95`,
    value: percentile(samples, 0.95),
    unit: 'ms',
    ...(budget && { budget }),
    note: `${samples.length} samples, median ${percentile(samples, 0.5).toFixed(2)}, worst ${Math.max(...samples).toFixed(1)}`,
  });

  return [
    p95(
      'first column page',
      over((at) => columnPage(desk, { ...column(at), after: null, limit: firstRows })),
      budgets.firstPage,
    ),
    p95(
      'deep keyset page',
      over((at) => columnPage(desk, { ...column(at), after: dice.pick(keys), limit: nextRows })),
      budgets.deepPage,
    ),
    p95(
      'column count',
      over((at) => columnCount(desk, column(at).filter)),
    ),
    p95(
      'open a thread',
      over(() => viewThread(desk, dice.pick(keys).id)),
      budgets.openThread,
    ),
  ];
};

const never = (): never => {
  throw new Error('There are columns.');
};

/** Places all over the desk to read on from. */
const positions = (db: BenchDesk['desk']['db']): SortKey[] => {
  const all = db.all<SortKey>('SELECT sort_at AS sortAt, next_deadline_at AS deadlineAt, id FROM threads');
  const step = Math.max(1, Math.floor(all.length / 5_000));
  return all.filter((_, at) => at % step === 0);
};
