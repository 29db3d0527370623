import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgentId } from '../../../shared/ids.ts';
import { openReader } from '../../db/open.ts';
import { newId, operate } from '../desk.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import { longHere, type LongWorks } from '../jobs/long.ts';
import { putTag } from '../tags/rows.ts';
import { makeDesk, type TestDesk } from '../testing/desk.ts';
import { inMemory } from '../testing/killed.ts';
import { copiesIn, readKeeping, saveKeeping } from './places.ts';
import { lastRun } from './rows.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let folder: string;
let desk: TestDesk;
let jobs: Jobs;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(inMemory, 'earshot-upkeep-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
  said = [];
  jobs = createJobs({ now: desk.now, newId: () => newId(desk), changed: () => {}, onTrouble: () => {} });
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = (long: LongWorks = longHere(() => openReader(desk.db.file)), isBackedUp = true): Upkeep =>
  createUpkeep(desk, { jobs, long, isBackedUp, say: (words) => void said.push(words) });

/** What is due is begun, and ends. */
const pass = async (upkeep: Upkeep, ms: number): Promise<void> => {
  desk.clock.now += ms;
  for (const chore of upkeep.chores) if (chore.dueAt(desk) <= desk.now()) chore.run(desk);
  await Promise.all(jobs.list().map(({ id }) => jobs.ended(id)));
};

const made = () => copiesIn(readKeeping(desk.db.file).folder).length;

const work = () =>
  operate(desk, { op: 'test', by: 'ab', input: {} }, (tx) => {
    putTag(tx, { id: newId(desk), name: `tag ${desk.now()}`, colour: 'blue', removed_at: null });
    return { value: null };
  });

it('makes one a day, none at the start, and looks the file through once a week', async () => {
  const upkeep = make();
  await pass(upkeep, minute);
  expect([made(), lastRun(desk.db, 'check')]).toEqual([0, null]);
  await pass(upkeep, 5 * minute);
  expect(made()).toBe(1);
  await pass(upkeep, day - minute);
  expect(made()).toBe(1);
  await pass(upkeep, 2 * minute);
  expect(made()).toBe(2);
  expect(lastRun(desk.db, 'check')).toMatchObject({ isOk: true, words: 'The file is whole.' });
  const first = lastRun(desk.db, 'check')?.at;
  await pass(upkeep, 3 * day);
  expect(lastRun(desk.db, 'check')?.at).toBe(first);
  await pass(upkeep, 4 * day);
  // One after the other.
  await pass(upkeep, minute);
  expect(lastRun(desk.db, 'check')?.at).not.toBe(first);
});

it('waits for a pause in the work, but not for ever', async () => {
  const upkeep = make();
  desk.clock.now += 6 * minute;
  work();
  await pass(upkeep, 1000);
  expect(made()).toBe(0);
  await pass(upkeep, 40_000);
  expect(made()).toBe(1);
  desk.clock.now += day + 40 * minute;
  work();
  await pass(upkeep, 1000);
  expect(made()).toBe(2);
});

it('says what did not work out, keeps what there is, and tries again in an hour', async () => {
  const upkeep = make();
  writeFileSync(path.join(folder, 'file'), '');
  saveKeeping(desk.db.file, { folder: path.join(folder, 'file', 'below') });
  await pass(upkeep, 6 * minute);
  expect(said.join()).toMatch(/can’t be written: .*below/u);
  expect(lastRun(desk.db, 'backup')).toMatchObject({ isOk: false });
  saveKeeping(desk.db.file, { folder: path.join(folder, 'elsewhere') });
  await pass(upkeep, 30 * minute);
  expect(made()).toBe(0);
  await pass(upkeep, 31 * minute);
  expect(made()).toBe(1);
});

it('removes older ones only after a newer one was read back', async () => {
  const upkeep = make();
  saveKeeping(desk.db.file, { daily: 1, weekly: 0 });
  await pass(upkeep, 6 * minute);
  const broken = make({
    run: () => Promise.reject(new Error('broken')),
    close: () => Promise.resolve(),
  });
  await pass(broken, day);
  expect(made()).toBe(1);
  await pass(upkeep, day);
  expect(made()).toBe(1);
  expect(copiesIn(readKeeping(desk.db.file).folder)[0]?.at).toBe(Math.floor(desk.now() / 1000) * 1000);
});

it('looks at once when something was damaged, says so, and never by itself in practice', async () => {
  const found: LongWorks = {
    run: () => Promise.resolve({ faults: ['Page 7: never used'] } as never),
    close: () => Promise.resolve(),
  };
  const upkeep = make(found, false);
  upkeep.noticed();
  upkeep.noticed();
  await pass(upkeep, 0);
  expect(jobs.list()).toHaveLength(1);
  expect(said).toEqual([expect.stringMatching(/damaged: Page 7.*Backup and repair/u)]);
  expect(lastRun(desk.db, 'check')).toMatchObject({ isOk: false });
  expect(upkeep.nextAt()).toBeNull();
  expect(() => upkeep.backUp('ab' as AgentId)).toThrow(/not backed up/u);
});
