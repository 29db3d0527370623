import { checkElectron33 } from './check/electron33.ts';
import { runTool, toolScript } from './run/child.ts';
import { main } from './run/main.ts';

type Check = { name: string; run: () => Promise<number> };

// The boundaries are a rule of the linter: scripts/lint.
const checks: Check[] = [
  { name: 'types', run: () => runTool(toolScript('typescript', 'tsc'), ['-b']) },
  { name: 'types on Electron 33', run: checkElectron33 },
  { name: 'lint and boundaries', run: () => runTool(toolScript('oxlint'), []) },
  { name: 'format', run: () => runTool(toolScript('oxfmt'), ['--check']) },
];

/** `npm run check`: everything that can be told without running the program. One after the other, all of them. */
await main(async () => {
  const failed: string[] = [];
  for (const { name, run } of checks) {
    const startedAt = performance.now();
    const code = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
