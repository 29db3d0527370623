import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLockedFile } from './locked-file.ts';
import { keyOf, newStretch, seal, unseal, type Stretch } from './sealed.ts';

// The real cost is paid once, below; a test of what is kept needs none of it.
const light = (): Stretch => ({ ...newStretch(), cost: 2 ** 10 });
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-locked-'));
  file = path.join(folder, 'sign-ins.locked.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('gives back at the next start what was put in, to who knows the passphrase', async () => {
  const first = openLockedFile(file, light);
  expect(first.state()).toBe('none');
  await first.unlock('correct horse');
  first.write('x:account:1', 'the token of one');
  first.write('x:account:2', 'the token of two');

  const later = openLockedFile(file, light);
  expect(later.state()).toBe('locked');
  expect(later.names()).toEqual(['x:account:1', 'x:account:2']);
  expect(() => later.read('x:account:1')).toThrow('locked');
  await expect(later.unlock('wrong horse')).rejects.toThrow('does not open');
  expect(later.state()).toBe('locked');
  await later.unlock('correct horse');
  expect(later.read('x:account:1')).toBe('the token of one');
  later.remove('x:account:1');
  expect(() => later.read('x:account:1')).toThrow('no sign-in');
  expect(later.read('x:account:2')).toBe('the token of two');
});

it('writes neither token nor passphrase, and lets nobody else read the file', async () => {
  const locked = openLockedFile(file, light);
  await locked.unlock('correct horse');
  locked.write('x:account:1', 'the token of one');
  const written = readFileSync(file, 'latin1');
  for (const secret of ['the token', 'correct', Buffer.from('the token of one').toString('base64')])
    expect(written).not.toContain(secret);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('knows the words however their letters are made up', async () => {
  const locked = openLockedFile(file, light);
  await locked.unlock('gar\u00e7on and a half');
  await openLockedFile(file, light).unlock('garc\u0327on and a half');
});

it('takes no entry for another, and none that was touched', async () => {
  const locked = openLockedFile(file, light);
  await locked.unlock('correct horse');
  locked.write('one', 'first');
  locked.write('two', 'second');
  const content = JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, string> };
  const swapped = { one: content.entries['two'], two: content.entries['one'] };
  writeFileSync(file, JSON.stringify({ ...content, entries: swapped }));
  expect(() => locked.read('one')).toThrow('no sign-in');
});

it('leaves a damaged file as it is', async () => {
  writeFileSync(file, '{"version":1,"half":');
  const locked = openLockedFile(file, light);
  expect(() => locked.state()).toThrow('left as it is');
  await expect(locked.unlock('correct horse')).rejects.toThrow('left as it is');
  expect(readFileSync(file, 'utf8')).toBe('{"version":1,"half":');
});

it('stretches a passphrase at the cost that is written', async () => {
  const stretch = newStretch();
  expect(stretch).toMatchObject({ cost: 131_072, blockSize: 8, parallel: 1 });
  const key = await keyOf('correct horse', stretch);
  expect(unseal(key, seal(key, 'text', 'here'), 'here')).toBe('text');
  expect(unseal(key, seal(key, 'text', 'here'), 'there')).toBeNull();
  expect(unseal(key, 'AAAA', 'here')).toBeNull();
}, 20_000);
