import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchAccounts } from './accounts/accounts.ts';
import { readArguments } from './arguments.ts';
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
  ...(asked.messages !== null && { messages: asked.messages, openThreads: asked.messages / 5 }),
};
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-'));
const figures: Figure[] = [];
try {
  figures.push(...benchCore(path.join(folder, 'practice.db'), sizes));
  figures.push(...(await benchAccounts(folder, sizes)));
  if (!asked.isCoreOnly) figures.push(...(await benchWindow(folder, sizes)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeResults(figures, { isShort: asked.isShort, at: new Date() });
process.stdout.write(`${table(figures)}\n`);
process.exitCode = exitCode(figures);
