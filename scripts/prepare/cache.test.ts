import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { cacheFolder, publish } from './cache.ts';
import { withLock } from './lock.ts';

const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'cache-'));

test('the cache is where each system keeps caches, or where it is asked to be', () => {
  expect(cacheFolder({}, 'linux', '/home/a')).toBe('/home/a/.cache/earshot');
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/earshot');
  expect(cacheFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Caches/earshot');
  expect(cacheFolder({ LOCALAPPDATA: '/L' }, 'win32', '/u')).toBe('/L/earshot/cache');
  expect(cacheFolder({ EARSHOT_CACHE: '/c' }, 'linux', '/home/a')).toBe(path.resolve('/c'));
});

describe('publishing', () => {
  test('a failure in the middle leaves nothing', async () => {
    const folder = freshFolder();
    const failing = publish(path.join(folder, 'made'), async (staging) => {
      writeFileSync(path.join(staging, 'half'), '');
      await Promise.reject(new Error('killed'));
    });
    await expect(failing).rejects.toThrow('killed');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two at once leave one whole', async () => {
    const target = path.join(freshFolder(), 'made');
    const fill = (text: string) => async (staging: string) => {
      writeFileSync(path.join(staging, 'a'), text);
      await sleep(10);
      writeFileSync(path.join(staging, 'b'), text);
    };
    await Promise.all([publish(target, fill('1')), publish(target, fill('2'))]);
    const [a, b] = ['a', 'b'].map((name) => readFileSync(path.join(target, name), 'utf8'));
    expect(a).toBe(b);
  });
});

describe('the lock', () => {
  test('the second waits for the first', async () => {
    const folder = freshFolder();
    const order: string[] = [];
    const first = withLock('step', async () => void (await sleep(50), order.push('first')), folder);
    const second = withLock('step', async () => void order.push('second'), folder);
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    expect(existsSync(path.join(folder, 'step.lock'))).toBe(false);
  });

  test('one left by a killed process is taken over', async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, 'step.lock'), '4194303'); // no such process
    await expect(withLock('step', async () => 'ran', folder)).resolves.toBe('ran');
  });

  test('one that fell silent is taken over, whoever has its number now', async () => {
    const folder = freshFolder();
    const file = path.join(folder, 'step.lock');
    writeFileSync(file, String(process.pid));
    utimesSync(file, 1, 1);
    await expect(withLock('step', async () => 'ran', folder)).resolves.toBe('ran');
  });
});
