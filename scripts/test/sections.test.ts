import { expect, test } from 'vitest';
import { runSections } from './sections.ts';

const section = (name: string, code: number, isVital = false) => ({ name, run: async () => code, isVital });

test('all run, and those that failed are named', async () => {
  const told: string[] = [];
  const failed = await runSections([section('a', 1), section('b', 0), section('c', 2)], (line) =>
    told.push(line),
  );
  expect(failed).toEqual(['a', 'c']);
  expect(told.join('\n')).toContain('── b: ok');
});

test('after a vital one nothing more is tried', async () => {
  const failed = await runSections([section('a', 1, true), section('b', 1)], () => undefined);
  expect(failed).toEqual(['a']);
});
