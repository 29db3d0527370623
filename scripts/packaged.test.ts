import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDisplay, sandboxFlags, type Display } from './run/display.ts';
import { root } from './run/root.ts';

// The program as a customer gets it: packed, fuses set, no debugger to attach. It speaks for itself by
// the picture it saves once messages are on the screen.
const executable = path.join(root, 'dist', 'linux-unpacked', 'earshot');

describe.runIf(process.platform === 'linux')('the packed program', () => {
  let display: Display;
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-packed-'));

  beforeAll(async () => {
    display = await openDisplay();
  });
  afterAll(() => {
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('opens its window in practice and shows messages', { timeout: 90_000 }, async () => {
    const picture = path.join(folder, 'window.png');
    const args = [...sandboxFlags(), '--practice', `--data-folder=${path.join(folder, 'desk')}`];
    const child = spawn(executable, args, {
      cwd: folder, // not the work tree: nothing may be found there by chance
      env: { ...process.env, ...display.env, EARSHOT_PICTURE: picture },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const closed = new Promise((resolve) => child.once('close', resolve));
    try {
      const lines = createInterface({ input: child.stdout });
      const ready = new Promise<string>((resolve, reject) => {
        lines.on('line', (line) => line.startsWith('earshot ready') && resolve(line));
        child.once('close', (code) => reject(new Error(`it ended with ${code} before it was ready`)));
      });
      expect(await ready).toBe(`earshot ready ${picture}`);
      const png = readFileSync(picture);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBeGreaterThan(600); // its width
    } finally {
      child.kill('SIGTERM');
      await closed;
    }
  });

  test('cannot be turned into a Node, a debugger or another app', async () => {
    const wire = await getCurrentFuseWire(executable);
    const states = (options: FuseV1Options[]) =>
      options.map((option) => [FuseV1Options[option], wire[option]]);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    ];
    for (const [name, state] of states(off)) expect([name, state]).toEqual([name, FuseState.DISABLE]);
    for (const [name, state] of states(on)) expect([name, state]).toEqual([name, FuseState.ENABLE]);
  });

  test('carries its database binding outside the archive, and little else', () => {
    const unpacked = path.join(root, 'dist', 'linux-unpacked', 'resources', 'app.asar.unpacked');
    const module = path.join(unpacked, 'node_modules', 'better-sqlite3');
    expect(['build', 'prebuilds'].some((name) => existsSync(path.join(module, name)))).toBe(true);
    expect(statSync(path.join(unpacked, '..', 'app.asar')).size).toBeLessThan(20e6);
  });
});
