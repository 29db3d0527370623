import { inventedBrands } from '../../simulator/customers/brands.ts';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';
import { createTown } from '../town/town.ts';
import { moveMany } from './bulk.ts';
import { readColumns } from './columns.ts';
import { openDesk } from './desk.ts';
import { fillAndCompare } from './ingest.ts';
import { claimSome } from './resolve.ts';
import { measureRouting } from './routing.ts';

const dayMs = 86_400_000;
/** The last message of the town is so old when the window opens: what the simulator writes then is newer. */
const quietMs = 600_000;

/** Makes a large desk in `file`, and measures on the way what happens without a window. */
export const benchCore = (file: string, sizes: Sizes): Figure[] => {
  const brands = inventedBrands().map(({ user }) => ({
    remoteId: user.id,
    handle: user.handle,
    name: user.name,
    reach: user.followers,
  }));
  const toMs = Date.now() - quietMs;
  const fromMs = toMs - 45 * dayMs;
  // Two of three customers are still waiting in the end.
  const customers = Math.round(sizes.openThreads * 1.5);
  const town = createTown({ brands, messages: sizes.messages, customers, fromMs, toMs });
  const bench = openDesk(file, brands, fromMs);
  say(`Taking in ${sizes.messages.toLocaleString('en')} messages, by turns with a bare database …`);
  const ingest = fillAndCompare(bench, town, sizes);
  claimSome(bench, 300);
  const { db } = bench.desk;
  const count = (what: string): number => db.find<{ n: number }>(`SELECT count(*) AS n FROM ${what}`)?.n ?? 0;
  say(`The desk has ${count('messages')} messages and ${count('threads WHERE is_open = 1')} open threads.`);
  const columns = readColumns(bench, sizes);
  const bulk = moveMany(bench);
  db.close();
  return [...ingest, measureRouting(), ...columns, ...bulk];
};
