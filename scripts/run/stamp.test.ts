import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { stampOf } from './stamp.ts';

let root: string;
const stamp = (): string => stampOf(root, ['src', 'config.ts', 'absent']);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  mkdirSync(path.join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(path.join(root, 'src', 'deep', 'a.ts'), 'a');
  writeFileSync(path.join(root, 'config.ts'), '');
});

test('stays while nothing changes', () => {
  expect(stamp()).toBe(stamp());
});

test.each<[string, () => void]>([
  ['a new file', () => writeFileSync(path.join(root, 'src', 'b.ts'), '')],
  ['a changed file', () => writeFileSync(path.join(root, 'src', 'deep', 'a.ts'), 'ab')],
  ['a file touched', () => utimesSync(path.join(root, 'config.ts'), 1, 1)],
  ['a file gone', () => rmSync(path.join(root, 'src', 'deep', 'a.ts'))],
])('changes with %s', (_, change) => {
  const before = stamp();
  change();
  expect(stamp()).not.toBe(before);
});

test('does not change with a test', () => {
  const before = stamp();
  writeFileSync(path.join(root, 'src', 'a.test.ts'), '');
  expect(stamp()).toBe(before);
});
