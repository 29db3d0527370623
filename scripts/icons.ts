import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toIcns, toIco } from './icons/containers.ts';
import { prepare } from './prepare/prepare.ts';
import { run } from './run/child.ts';
import { openDisplay, sandboxFlags } from './run/display.ts';
import { main } from './run/main.ts';
import { root } from './run/root.ts';

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** `node scripts/icons.ts`: draws build/icon.svg into every size and format the packages want. */
await main(async () => {
  const electron = await prepare();
  const display = await openDisplay();
  const folder = path.join(root, 'build', 'icons');
  mkdirSync(folder, { recursive: true });
  const app = mkdtempSync(path.join(tmpdir(), 'icons-'));
  const entry = path.join(import.meta.dirname, 'icons', 'render.mjs');
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ main: 'main.cjs' }));
  writeFileSync(path.join(app, 'main.cjs'), `import(${JSON.stringify(entry)})`);
  try {
    const svg = path.join(root, 'build', 'icon.svg');
    const args = [app, ...sandboxFlags(), '--', svg, folder, ...sizes.map(String)];
    const code = await run(electron.executable, args, { env: { ...process.env, ...display.env } });
    if (code !== 0) return code;
  } finally {
    rmSync(app, { recursive: true, force: true });
    display.stop();
  }
  const pictures = sizes.map((size) => ({
    size,
    png: readFileSync(path.join(folder, `${size}x${size}.png`)),
  }));
  writeFileSync(path.join(root, 'build', 'icon.ico'), toIco(pictures.filter(({ size }) => size <= 256)));
  writeFileSync(path.join(root, 'build', 'icon.icns'), toIcns(pictures));
  rmSync(path.join(folder, '1024x1024.png')); // for macOS only, and in its file now
  return 0;
});
