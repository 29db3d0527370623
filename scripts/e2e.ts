import { existsSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare/prepare.ts';
import { PrepareError } from './prepare/say.ts';
import { buildIfStale } from './run/build.ts';
import { runTool, toolScript } from './run/child.ts';
import { openDisplay } from './run/display.ts';
import { main } from './run/main.ts';
import { root } from './run/root.ts';

/** `npm run test:e2e [-- playwright's arguments]`: the journeys, in the real Electron. */
await main(async () => {
  const config = path.join('e2e', 'playwright.config.ts');
  if (!existsSync(path.join(root, config))) throw new PrepareError(`There is no ${config}.`);
  const electron = await prepare();
  await buildIfStale(electron);
  const display = await openDisplay();
  try {
    return await runTool(toolScript('playwright'), ['test', '-c', config, ...process.argv.slice(2)], {
      ...display.env,
      EARSHOT_ELECTRON: electron.executable,
    });
  } finally {
    display.stop();
  }
});
