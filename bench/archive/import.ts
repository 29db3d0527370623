import path from 'node:path';
import { getImport } from '../../main/core/import/rows.ts';
import { folderOf, inputOf, sizes, writeSlice } from '../../main/core/import/run.ts';
import { slicesOf } from '../../main/core/import/slice.ts';
import { beginImport } from '../../main/core/import/start.ts';
import { longHere } from '../../main/core/jobs/long.ts';
import { openReader } from '../../main/db/open.ts';
import { budgets } from '../budgets.ts';
import { openBare } from '../core/bare.ts';
import { createCapture } from '../core/capture.ts';
import { openDesk } from '../core/desk.ts';
import { median, percentile } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';
import { writeTable } from './past.ts';

const now = Date.UTC(2026, 10, 2, 9);
const brand = { remoteId: '4000000000', handle: 'hallammobile', name: 'Hallam Mobile', reach: 90_000 };

/**
 * A table of so many messages, brought in as the program does it; and the same rows written by better-sqlite3 alone, as many in
 * a transaction, taking turns.
 */
export const benchImport = async (folder: string, { imported }: Sizes): Promise<Figure[]> => {
  say(`Importing ${imported.toLocaleString('en')} messages …`);
  const bench = openDesk(path.join(folder, 'importing.db'), [brand], now);
  const { desk } = bench;
  const file = path.join(folder, 'past.csv');
  const rows = writeTable(file, brand, imported, now);
  const { id: accountId } = bench.account(brand);
  const id = beginImport(desk, { path: file, accountId, mapping: null });
  let row = getImport(desk.db, id);

  const from = performance.now();
  const long = longHere(() => openReader(desk.db.file));
  const prepared = await long.run('prepareImport', inputOf(desk, row));
  const preparedMs = performance.now() - from;

  const bare = openBare(path.join(folder, 'importing-bare.db'), desk.db);
  const capture = createCapture(desk.db);
  const slices: number[] = [];
  let deskMs = 0;
  let bareMs = 0;
  for await (const { units, to } of slicesOf(path.join(folderOf(desk), `${id}.units`), 0, sizes.perSlice)) {
    const { value, tookMs } = timed(() => writeSlice(desk, row, units, to, new Map()));
    row = value;
    deskMs += tookMs;
    slices.push(tookMs);
    const batch = capture({ touched: bench.written.last, accountId, reposts: [] });
    bareMs += timed(() => bare.write(batch)).tookMs;
  }
  bare.close();
  desk.db.close();
  const perSecond = (tookMs: number): number => (row.added / tookMs) * 1000;
  return [
    {
      name: 'import, written',
      value: perSecond(deskMs),
      baseline: perSecond(bareMs),
      unit: '/s',
      budget: budgets.import,
      note: `${row.added.toLocaleString('en')} messages of ${rows.toLocaleString('en')} rows in ${row.threads.toLocaleString('en')} threads; bare better-sqlite3 writing the same rows`,
    },
    {
      name: 'import, read and sorted',
      value: (prepared.messages / preparedMs) * 1000,
      unit: '/s',
      note: 'in a thread of its own',
    },
    {
      name: 'import, one slice, p99',
      value: percentile(slices, 0.99),
      unit: 'ms',
      note: `median ${median(slices).toFixed(1)}, worst ${Math.max(...slices).toFixed(1)}`,
    },
  ];
};
