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
import { writeResults } from './report/results.ts';
import { table } from './report/table.ts';
import { sizesFor } from './sizes.ts';
import { benchWindow } from './window/window.ts';

const asked = readArguments(process.argv.slice(2));
const sizes = {
  ...sizesFor(asked.isShort),
  ...(asked.messages !== null && {
    ...{ messages: asked.messages, openThreads: asked.messages / 5 },
    ...{ searched: asked.messages, imported: asked.messages, exported: asked.messages },
  }),
};
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
const figures: Figure[] = [];
try {
  const isAsked = (part: Part): boolean => asked.only.includes(part);
  // The window works with the desk that was made for it.
  if (isAsked('desk') || isAsked('window'))
    figures.push(...benchCore(path.join(folder, 'practice.db'), sizes));
  if (isAsked('accounts')) figures.push(...(await benchAccounts(folder, sizes)));
  if (isAsked('window')) figures.push(...(await benchWindow(folder, sizes)));
  if (isAsked('search')) figures.push(...benchSearch(path.join(folder, 'search.db'), sizes));
  if (isAsked('import')) figures.push(...(await benchImport(folder, sizes)));
  if (isAsked('export')) figures.push(...benchExport(folder, sizes));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeResults(figures, { isShort: asked.isShort, at: new Date() });
process.stdout.write(`${table(figures)}\n`);
process.exitCode = exitCode(figures);
