import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inWords, openSink } from './sink.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
};

it('says that the disk is full, and leaves nothing', () => {
  const part = path.join(folder, 'a.csv.part');
  const sink = openSink(part, full);
  sink.write('a word');
  expect(() => sink.finish()).toThrow('The disk is full. Nothing of the export was left behind.');
  sink.abandon();
  expect(existsSync(part)).toBe(false);
});

it('writes all of it, however little is taken at once, and keeps what was finished', () => {
  const part = path.join(folder, 'a.csv.part');
  const sink = openSink(part);
  const text = 'zażółć 👩🏽‍🔧 '.repeat(40_000);
  for (let at = 0; at < text.length; at += 10_000) sink.write(text.slice(at, at + 10_000));
  sink.finish();
  sink.abandon();
  expect(readFileSync(part, 'utf8')).toBe(text);
});

it('leaves what is no fault of the disk as it is', () => {
  const bug = new Error('no such thing');
  expect(inWords(bug)).toBe(bug);
  expect(inWords({ code: 'EROFS' })).toMatchObject({ code: 'disk' });
});
