import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readArguments } from '../arguments.ts';
import type { Figure } from './figure.ts';
import { missedParts, writeResults } from './results.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const figure = (value: number): Figure => ({
  ...{ name: 'page', value, unit: 'ms' },
  budget: { of: 'value', atMost: 4 },
});

test('what missed is measured again, whole parts, and all of it where nothing is known', () => {
  const file = path.join(folder, 'results.json');
  expect(missedParts(file)).toEqual([]);
  const measured = [
    { part: 'desk', figures: [figure(3), figure(4)] },
    { part: 'window', figures: [figure(3), figure(5), figure(6)] },
    { part: 'search', figures: [figure(Number.NaN)] },
  ];
  writeResults(measured, { isShort: true, at: new Date(0) }, file);
  expect(missedParts(file)).toEqual(['window', 'search']);
  expect(readArguments(['--short', '--missed'], () => missedParts(file)).only).toEqual(['window', 'search']);
  expect(readArguments(['--missed']).only).toContain('export');
  expect(readArguments(['--missed', '--only=import'], () => missedParts(file)).only).toEqual(['import']);
  expect(() => readArguments(['--only=imports'])).toThrow(/--only is of/u);
});
