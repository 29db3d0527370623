import { prepare } from './prepare/prepare.ts';
import { buildIfStale } from './run/build.ts';
import { runTool } from './run/child.ts';
import { openDisplay } from './run/display.ts';
import { main } from './run/main.ts';

/** `npm run bench [-- --short]`: the measurements of bench/, with Electron and a display at hand. */
await main(async () => {
  const electron = await prepare();
  await buildIfStale(electron);
  const display = await openDisplay();
  try {
    return await runTool('bench/main.ts', process.argv.slice(2), {
      ...display.env,
      EARSHOT_ELECTRON: electron.executable,
    });
  } finally {
    display.stop();
  }
});
