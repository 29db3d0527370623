import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishSwap, preparedBeside, swap } from './swap.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-swap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'desk.db');
const part = () => `${preparedBeside(file())}.part`;
const lay = () => {
  for (const [name, text] of [
    [file(), 'old'],
    [`${file()}-wal`, 'old log'],
    [`${file()}-shm`, 'old index'],
    [part(), 'new'],
  ] as const)
    writeFileSync(name, text);
};
class Killed extends Error {}

it('finds the old desk or the new one, whole, wherever it is killed', () => {
  for (let at = 0; ; at += 1) {
    lay();
    let left = at;
    const die = (): void => {
      if (left === 0) throw new Killed();
      left -= 1;
    };
    let isThrough = true;
    try {
      swap(file(), part(), 'test', 0, die);
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
      isThrough = false;
    }
    finishSwap(file());
    const log = existsSync(`${file()}-wal`) ? readFileSync(`${file()}-wal`, 'utf8') : null;
    const found = readFileSync(file(), 'utf8');
    expect([found, log], `killed at step ${at}`).toEqual(
      found === 'old' ? ['old', 'old log'] : ['new', null],
    );
    // Nothing of the old one is lost when the new one is there.
    if (found === 'new') {
      const aside = path.join(folder, 'set-aside');
      const kept = readdirSync(aside).map((name) => readFileSync(path.join(aside, name), 'utf8'));
      expect(kept.toSorted()).toEqual(['old', 'old index', 'old log']);
    }
    expect(readdirSync(folder).filter((name) => /prepared|swap/u.test(name))).toEqual([]);
    rmSync(path.join(folder, 'set-aside'), { recursive: true, force: true });
    rmSync(`${file()}-wal`, { force: true });
    rmSync(`${file()}-shm`, { force: true });
    if (isThrough) {
      expect(at).toBeGreaterThan(6);
      return;
    }
  }
});

it('does nothing where nothing was begun', () => {
  finishSwap(path.join(folder, 'none', 'desk.db'));
  writeFileSync(file(), 'old');
  finishSwap(file());
  expect(readdirSync(folder)).toEqual(['desk.db']);
});
