import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Keeper } from '../core/keeper.ts';
import { createFinder } from '../core/search/find.ts';
import { arrive, makeDesk, post, type TestDesk } from '../core/testing/desk.ts';
import { createKeeper } from './keeper-host.ts';

let folder: string;
let desk: TestDesk;
let keeper: Keeper;
const onTrouble = vi.fn<(error: unknown) => void>();
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-keeper-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
  desk.db.raw.pragma('wal_autocheckpoint = 0');
  keeper = createKeeper(desk.db.file, new URL('keeper.ts', import.meta.url), onTrouble, 0);
});
afterEach(async () => {
  await keeper.close();
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
  expect(onTrouble).not.toHaveBeenCalled();
});

const inTheFile = (text: string): boolean => readFileSync(desk.db.file).includes(text);

it('carries what was committed into the file, again and again, while the desk goes on', async () => {
  for (const [id, text] of Object.entries({ 10: 'a first canary', 11: 'a second canary' })) {
    arrive(desk, [post(id, { text })]);
    expect(inTheFile(text)).toBe(false);
    await vi.waitFor(() => expect(inTheFile(text)).toBe(true), { timeout: 8000, interval: 50 });
  }
});

it('indexes what arrives, what was changed, and nothing that is gone', async () => {
  const find = createFinder(desk.db);
  const found = (text: string): number => {
    const query = { kind: 'word', text, isPrefix: false } as const;
    return find({ query, me: desk.me, before: null, limit: 10 }).found.length;
  };
  arrive(desk, [post('10', { text: 'where is my refund' })]);
  await vi.waitFor(() => expect(found('refund')).toBe(1), { timeout: 8000, interval: 50 });
  arrive(desk, [
    post('10', { versionId: '11', text: 'it is here' }),
    post('12', { text: 'a refund, please' }),
  ]);
  await vi.waitFor(() => expect([found('here'), found('refund')]).toEqual([1, 1]), {
    timeout: 8000,
    interval: 50,
  });
});

it('lets go of the file when it is closed', async () => {
  arrive(desk, [post('10')]);
  await keeper.close();
  desk.db.close();
  // The last connection takes the log away; somebody else's would keep it.
  expect(() => readFileSync(`${desk.db.file}-wal`)).toThrow('no such file');
});
