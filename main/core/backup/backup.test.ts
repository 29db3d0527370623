import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReader } from '../../db/open.ts';
import { longHere } from '../jobs/long.ts';
import { arrive, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { inMemory } from '../testing/killed.ts';
import { whyLost } from './damage.ts';
import { copiesIn, nameAt, readKeeping, saveKeeping, timeOf } from './places.ts';
import { removeBackupsBefore } from './remove.ts';
import { superfluous } from './rotation.ts';
import { describe as about, verify } from './verify.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(inMemory, 'earshot-backup-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  if (desk.db.raw.open) desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const long = () => longHere(() => openReader(desk.db.file));
const backups = () => readKeeping(desk.db.file).folder;
const backUp = (more: { freeBytes?: number } = {}) =>
  long().run('copy', { folder: backups(), name: nameAt(desk.now()), ...more });

it('copies what there is, and nothing that was erased', async () => {
  arrive(desk, [
    post('10', { text: 'canary-one stays' }),
    post('11', { text: 'canary-two goes', authorRemoteId: '8' }),
  ]);
  desk.db.raw.exec("DELETE FROM messages WHERE text LIKE 'canary-two%'");
  const { facts } = await backUp();
  expect(facts).toMatchObject({ messages: 1 });
  const [copy] = copiesIn(backups());
  const bytes = readFileSync(path.join(backups(), copy?.name ?? ''), 'latin1');
  expect(bytes).toContain('canary-one');
  expect(bytes).not.toContain('canary-two');
  expect(readdirSync(backups())).toEqual([nameAt(start)]);
});

it('takes nothing half written for a backup, and sweeps it up with the next one', async () => {
  await backUp();
  desk.clock.now += 86_400_000;
  const part = path.join(backups(), `${nameAt(desk.now())}.part`);
  writeFileSync(part, readFileSync(desk.db.file).subarray(0, 8192));
  expect(copiesIn(backups())).toHaveLength(1);
  desk.clock.now += 1000;
  await backUp();
  expect(existsSync(part)).toBe(false);
  expect(copiesIn(backups())).toHaveLength(2);
});

it('stops when it is told to, and leaves nothing', async () => {
  const stop = new AbortController();
  stop.abort();
  const copied = await long().run(
    'copy',
    { folder: backups(), name: nameAt(start) },
    { signal: stop.signal },
  );
  expect(copied.isStopped).toBe(true);
  expect(readdirSync(backups())).toEqual([]);
});

it('says what is missing where there is no room, and keeps what there was', async () => {
  await backUp();
  desk.clock.now += 86_400_000;
  await expect(backUp({ freeBytes: 1_000_000 })).rejects.toThrow(/not enough room.*were kept/u);
  expect(copiesIn(backups())).toHaveLength(1);
});

it('says so where the folder can’t be made', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  saveKeeping(desk.db.file, { folder: path.join(folder, 'file', 'backups') });
  await expect(backUp()).rejects.toMatchObject({ code: 'disk' });
});

it('refuses a copy that is not whole', async () => {
  arrive(
    desk,
    Array.from({ length: 60 }, (_, at) => post(String(at + 10))),
  );
  await backUp();
  const file = path.join(backups(), nameAt(start));
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096 * 20, 4096 * 40);
  writeFileSync(file, bytes);
  expect(() => verify(file)).toThrow(/can’t be read/u);
  writeFileSync(file, 'no database at all, only a text of some length');
  expect(about(backups(), nameAt(start)).holds).toBeNull();
});

it('removes what is older than an erasure, wherever it lies', async () => {
  await backUp();
  mkdirSync(path.join(folder, 'set-aside'));
  writeFileSync(path.join(folder, 'set-aside', 'desk-old.db'), '');
  writeFileSync(`${desk.db.file}.before-4-17`, '');
  expect(removeBackupsBefore(desk.db.file, start)).toBe(0);
  expect(removeBackupsBefore(desk.db.file, Date.now() + 60_000)).toBe(3);
  expect(copiesIn(backups())).toEqual([]);
});

it('keeps the newest of each of the last days and weeks, and always the newest', () => {
  const day = 86_400_000;
  const at = (days: number, hours = 3) => Date.UTC(2026, 0, 5) + days * day + hours * 3_600_000;
  const all = Array.from({ length: 60 }, (_, days) => ({ name: nameAt(at(days)), at: at(days) }));
  const gone = new Set(superfluous([...all, { name: 'second', at: at(59, 1) }], { daily: 7, weekly: 4 }));
  const kept = all.filter((copy) => !gone.has(copy)).map((copy) => (copy.at - at(0)) / day);
  // 2026-01-05 was a Monday: weeks end on days 6, 13, 20 …
  expect(kept).toEqual([41, 48, 53, 54, 55, 56, 57, 58, 59]);
});

it('never loses the newest, and asking again removes nothing more', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 5e11 }), { minLength: 1, maxLength: 40 }),
      fc.record({ daily: fc.integer({ min: 1, max: 9 }), weekly: fc.integer({ min: 0, max: 9 }) }),
      (times, keep) => {
        const all = times.map((at) => ({ name: nameAt(at), at }));
        const gone = superfluous(all, keep);
        const left = all.filter((copy) => !gone.includes(copy));
        expect(left.map(({ at }) => at)).toContain(Math.max(...times));
        expect(left.length).toBeLessThanOrEqual(keep.daily + keep.weekly);
        expect(superfluous(left, keep)).toEqual([]);
      },
    ),
  );
});

it('knows a time by its name', () => {
  expect(timeOf(nameAt(start))).toBe(start);
  expect(timeOf(`${nameAt(start)}.part`)).toBeUndefined();
});

it('asks about a file that is gone or empty where there are backups, and takes it for a new desk where there are none', async () => {
  const none = path.join(folder, 'other', 'desk.db');
  expect(whyLost(none)).toBeNull();
  await backUp();
  expect(whyLost(desk.db.file)).toBeNull();
  desk.db.close();
  truncateSync(desk.db.file);
  expect(whyLost(desk.db.file)).toMatch(/is empty/u);
  rmSync(desk.db.file);
  expect(whyLost(desk.db.file)).toMatch(/is not there/u);
});
