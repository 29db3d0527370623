import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { manyMessages } from './testing/many.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-export-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Less than the file that is written: whoever gathers it first ends here. */
const heapMb = 32;

it.each(['jsonl', 'csv'])('writes more than it has memory for (%s)', (format) => {
  const file = path.join(folder, 'desk.db');
  const part = path.join(folder, `all.${format}.part`);
  if (format === 'jsonl') manyMessages(file, 100_000);
  const script = path.join(import.meta.dirname, 'testing/measure.ts');
  execFileSync(process.execPath, [`--max-old-space-size=${heapMb}`, script, file, part, format], {
    stdio: 'ignore',
  });
  expect(statSync(part).size / 2 ** 20).toBeGreaterThan(heapMb);
});
