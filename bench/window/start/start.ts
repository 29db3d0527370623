import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { budgets } from '../../budgets.ts';
import { median } from '../../measure/percentile.ts';
import type { Figure } from '../../report/figure.ts';
import { say } from '../../report/say.ts';
import { launch, type Launch } from './launch.ts';

/** The desk and an empty window by turns, so that both meet the same noise; the first of each warms the disk's cache. */
export const benchStart = async (
  folder: string,
  deskArgs: readonly string[],
  times: number,
): Promise<Figure[]> => {
  say(`Starting the desk and an empty window, ${times} times each …`);
  const desk: Launch[] = [];
  const empty: Launch[] = [];
  for (let round = 0; round <= times; round++) {
    const emptyFolder = mkdtempSync(path.join(folder, 'empty-'));
    const isLast = round >= times - 1;
    const pair = [
      await launch('empty', [`--data-folder=${emptyFolder}`], isLast),
      await launch('desk', deskArgs, isLast),
    ] as const;
    if (round === 0) continue;
    empty.push(pair[0]);
    desk.push(pair[1]);
  }
  return [startFigure(desk, empty), ...memoryFigure(desk, empty)];
};

const startFigure = (desk: readonly Launch[], empty: readonly Launch[]): Figure => {
  const ms = (launches: readonly Launch[]): number[] => launches.map(({ paintedMs }) => paintedMs);
  const pairs = desk.map(({ paintedMs }, at) => paintedMs / (empty[at]?.paintedMs ?? Number.NaN));
  return {
    name: 'start to first cards',
    value: median(ms(desk)),
    baseline: median(ms(empty)),
    unit: 'ms',
    budget: budgets.start,
    note:
      `an empty window in the same run; medians of ${desk.length} pairs, ` +
      `${Math.min(...pairs).toFixed(2)}–${Math.max(...pairs).toFixed(2)} × pair by pair`,
  };
};

const memoryFigure = (desk: readonly Launch[], empty: readonly Launch[]): Figure[] => {
  const mb = (launches: readonly Launch[]): number[] => launches.flatMap(({ memoryMb }) => memoryMb ?? []);
  // Only Linux tells how shared pages are shared; a sum of resident sizes would count them once per process.
  if (mb(desk).length === 0) return [];
  return [
    {
      name: 'memory of all processes',
      value: median(mb(desk)),
      baseline: median(mb(empty)),
      unit: 'MB',
      budget: budgets.memory,
      note: 'PSS summed over the process tree, some seconds after the first cards; the practice network is not part of it',
    },
  ];
};
