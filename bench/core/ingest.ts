import { rmSync } from 'node:fs';
import path from 'node:path';
import { ingest } from '../../main/core/ingest/ingest.ts';
import { budgets } from '../budgets.ts';
import { median, percentile } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Figure } from '../report/figure.ts';
import type { Sizes } from '../sizes.ts';
import type { Town } from '../town/town.ts';
import { openBare, type Batch } from './bare.ts';
import { createCapture } from './capture.ts';
import type { BenchDesk } from './desk.ts';
import { resolveDone } from './resolve.ts';

/**
 * Fills the desk through its own ingest, and takes turns with the bare database, so that both grow alike and a noisy
 * minute of the machine falls on both.
 */
export const fillAndCompare = (bench: BenchDesk, town: Town, sizes: Sizes): Figure[] => {
  const { desk } = bench;
  const file = path.join(path.dirname(desk.db.file), 'bare.db');
  const bare = openBare(file, desk.db);
  const capture = createCapture(desk.db);
  const turns: { desk: number; bare: number }[] = [];
  const slowest: number[] = [];
  for (let done = 0; done < sizes.messages; done += sizes.perTurn) {
    const batches: Batch[] = [];
    let deskMs = 0;
    for (let i = 0; i < sizes.perTurn; i += sizes.perAnswer) {
      const { brand, answer, atMs } = town.nextAnswer(sizes.perAnswer);
      const account = bench.account(brand);
      bench.clock.nowMs = atMs;
      const { tookMs } = timed(() => ingest(desk, account, 'mentions', answer));
      deskMs += tookMs;
      slowest.push(tookMs);
      const reposts = answer.messages
        .filter((one) => one.repostOfRemoteId !== null)
        .map((one) => one.remoteId);
      batches.push(capture({ touched: bench.written.last, accountId: account.id, reposts }));
    }
    const bareMs = batches.reduce((sum, batch) => sum + timed(() => bare.write(batch)).tookMs, 0);
    turns.push({ desk: deskMs, bare: bareMs });
    resolveDone(bench, town, false);
  }
  resolveDone(bench, town, true);
  bare.close();
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  return figuresOf(turns, slowest, sizes);
};

const figuresOf = (
  turns: readonly { desk: number; bare: number }[],
  answers: readonly number[],
  sizes: Sizes,
): Figure[] => {
  const perSecond = (tookMs: number): number => (sizes.perTurn / tookMs) * 1000;
  // The turn that stands in the middle, so that figure, baseline and ratio belong together.
  const ratios = turns.map(({ desk, bare }) => bare / desk);
  const middle = turns[ratios.indexOf(median(ratios))] ?? { desk: Number.NaN, bare: Number.NaN };
  const total = turns.reduce((sum, turn) => ({ desk: sum.desk + turn.desk, bare: sum.bare + turn.bare }));
  return [
    {
      name: 'ingest, messages',
      value: perSecond(middle.desk),
      baseline: perSecond(middle.bare),
      unit: '/s',
      budget: budgets.ingest,
      note:
        `bare better-sqlite3 writing the same rows; median of ${turns.length} turns of ${sizes.perTurn.toLocaleString('en')}, ` +
        `ratios ${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}, over all ${(total.bare / total.desk).toFixed(2)}`,
    },
    { name: `ingest, one answer of ${sizes.perAnswer}, p99`, value: percentile(answers, 0.99), unit: 'ms' },
  ];
};
