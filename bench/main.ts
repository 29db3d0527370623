import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchAccounts } from './accounts/accounts.ts';
import { benchExport } from './archive/export.ts';
import { benchImport } from './archive/import.ts';
import { benchSearch } from './archive/search.ts';
import { readArguments, type Part } from './arguments.ts';
import { benchCore } from './core/core.ts';
import { exitCode } from './report/exit-code.ts';
import type { Figure } from './report/figure.ts';
import { missedParts, writeResults, type Measured } from './report/results.ts';
import { table } from './report/table.ts';
import { sizesFor } from './sizes.ts';
import { benchWindow } from './window/window.ts';

const asked = readArguments(process.argv.slice(2), missedParts);
const sizes = {
  ...sizesFor(asked.isShort),
  ...(asked.messages !== null && {
    ...{ messages: asked.messages, openThreads: asked.messages / 5 },
    ...{ searched: asked.messages, imported: asked.messages, exported: asked.messages },
  }),
};
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
const measured: Measured[] = [];
const measure = async (part: Part, run: () => readonly Figure[] | Promise<Figure[]>): Promise<void> => {
  if (asked.only.includes(part)) measured.push({ part, figures: await run() });
};
try {
  // The window works with the desk that was made for it; what making it tells is asked for with it.
  const isDeskMade = asked.only.includes('desk') || asked.only.includes('window');
  const made = isDeskMade ? benchCore(path.join(folder, 'practice.db'), sizes) : [];
  await measure('desk', () => made);
  await measure('accounts', () => benchAccounts(folder, sizes));
  await measure('window', () => benchWindow(folder, sizes));
  await measure('search', () => benchSearch(path.join(folder, 'search.db'), sizes));
  await measure('import', () => benchImport(folder, sizes));
  await measure('export', () => benchExport(folder, sizes));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const figures = measured.flatMap((one) => one.figures);
writeResults(measured, { isShort: asked.isShort, at: new Date() });
process.stdout.write(`${table(figures)}\n`);
process.exitCode = exitCode(figures);
