import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isHostReachable, isRemembered, rememberUnreachable } from './electron-official.ts';

const noon = Date.UTC(2026, 10, 21, 12);
const dayMs = 24 * 60 * 60 * 1000;
let memory: string;

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'official-'));
  memory = path.join(folder, 'electron', 'unreachable.json');
  vi.stubEnv('EARSHOT_CACHE', folder);
  vi.stubEnv('ELECTRON_MIRROR', undefined);
  vi.stubEnv('npm_config_electron_mirror', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('a host that does not answer is remembered for the day, not longer', async () => {
  const ask = vi.fn(() => Promise.reject(new Error('no such host')));
  vi.stubGlobal('fetch', ask);
  expect(await isHostReachable(noon)).toBe(false);
  expect(await isHostReachable(noon + 1000)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(await isHostReachable(noon + dayMs)).toBe(false);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a host that answers is used', async () => {
  vi.stubGlobal('fetch', async () => new Response('zip'));
  expect(await isHostReachable(noon)).toBe(true);
});

test('a mirror named later the same day is tried', async () => {
  rememberUnreachable(noon);
  expect(await isHostReachable(noon)).toBe(false);
  vi.stubEnv('ELECTRON_MIRROR', 'http://mirror.example/');
  expect(await isHostReachable(noon)).toBe(true);
});

test('a damaged note is no note', () => {
  rememberUnreachable(noon);
  expect(isRemembered(memory, noon)).toBe(true);
  writeFileSync(memory, '{');
  expect(isRemembered(memory, noon)).toBe(false);
});
