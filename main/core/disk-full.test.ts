import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId } from '../../shared/ids.ts';
import { makeAt, schemaVersion } from '../db/migrate.ts';
import { openDb } from '../db/open.ts';
import { copiesIn } from './backup/places.ts';
import { newId } from './desk.ts';
import { beginErasure } from './erase/begin.ts';
import { nextErasure } from './erase/rows.ts';
import { eraseStep } from './erase/step.ts';
import { exported, usual } from './export/testing/exported.ts';
import { importHandlers } from './import/handlers.ts';
import { offerFile } from './import/offered.ts';
import { fileBeside, longOf, rowOf, table } from './import/testing/importing.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { arrive, makeDesk, onlyThread, post, start, type TestDesk } from './testing/desk.ts';
import { hasSmallDisks, smallDisk, type SmallDisk } from './testing/small-disk.ts';

/** So much is free: a few pages, and then no more. */
const little = 64 * 1024;

describe.skipIf(!hasSmallDisks)('on a disk that is really full', () => {
  let disk: SmallDisk;
  let desk: TestDesk;
  let jobs: Jobs;
  const troubles: unknown[] = [];
  beforeEach(() => {
    disk = smallDisk(96);
    troubles.length = 0;
    const made = makeDesk(path.join(disk.folder, 'desk.db'));
    desk = { ...made, onTrouble: (error) => void troubles.push(error) };
    jobs = createJobs({
      now: desk.now,
      newId: () => newId(desk),
      changed: () => {},
      onTrouble: (error) => void troubles.push(error),
    });
  });
  afterEach(() => {
    desk.db.close();
    disk.unmount();
  });

  const isWhole = (): unknown => desk.db.raw.pragma('integrity_check', { simple: true });

  it('an export leaves nothing of itself, and comes out when there is room', async () => {
    arrive(
      desk,
      Array.from({ length: 400 }, (_, at) => post(`${at + 10}`, { text: 'no signal '.repeat(40) })),
    );
    const asked = { ...usual, scope: { what: 'thread', threadId: onlyThread(desk) } } as const;
    const file = path.join(disk.folder, 'thread.jsonl');
    disk.fill(little);
    const { job } = await exported(desk, asked, file);
    expect(job).toMatchObject({ state: 'failed', outcome: expect.stringMatching(/^The disk is full\./u) });
    expect(readdirSync(disk.folder).filter((name) => name.startsWith('thread'))).toEqual([]);
    disk.free();
    expect((await exported(desk, asked, file)).job.state).toBe('done');
    expect(existsSync(file)).toBe(true);
  });

  it('a backup leaves those that are there, and nothing of itself', async () => {
    arrive(
      desk,
      Array.from({ length: 400 }, (_, at) => post(`${at + 10}`, { text: 'no signal '.repeat(40) })),
    );
    const folder = path.join(disk.folder, 'backups');
    const long = longOf(desk);
    // It says by itself that there is not enough room; here the room goes while it is written.
    const freeBytes = Number.MAX_SAFE_INTEGER;
    await long.run('copy', { folder, name: 'desk-2026-11-01T000000Z.db', freeBytes });
    expect(copiesIn(folder)).toHaveLength(1);
    const before = readdirSync(folder);
    disk.fill(little);
    const again = long.run('copy', { folder, name: 'desk-2026-11-02T000000Z.db', freeBytes });
    await expect(again).rejects.toThrow(/^The disk is full, so no backup was made/u);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('an import says where it stands, and goes on from there when there is room', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) =>
      rowOf(
        at + 1,
        `${(at % 900) + 100}`,
        start - 1e9 + at * 60_000,
        `no signal since six ${'x'.repeat(200)}`,
      ),
    );
    mkdirSync(path.join(disk.folder, 'in'));
    const file = fileBeside(desk, 'in/talks.csv', table(rows));
    const handlers = importHandlers(desk, { jobs, long: longOf(desk) });
    disk.fill(8 * 1024 * 1024);
    const asked = { file: offerFile(file).file, accountId: 'x:account:1', mapping: null };
    const { id, jobId } = await handlers['import.start'](asked as never);
    await jobs.ended(jobId);
    expect(jobs.list()[0]).toMatchObject({
      state: 'failed',
      outcome: expect.stringMatching(/^The disk is full\./u),
    });
    expect(isWhole()).toBe('ok');
    const stood = desk.db.find<{ n: number }>('SELECT count(*) AS n FROM messages')?.n ?? 0;
    expect(stood).toBeGreaterThan(0);
    expect(stood).toBeLessThan(rows.length);
    expect(await handlers['import.list']({})).toMatchObject([
      { state: expect.stringMatching(/^(?:stopped|failed)$/u) },
    ]);

    disk.free();
    const next = await handlers['import.resume']({ id });
    await jobs.ended(next.jobId);
    expect(jobs.list()[0]).toMatchObject({ state: 'done' });
    expect(desk.db.find('SELECT count(*) AS n FROM messages')).toEqual({ n: rows.length });
    expect(isWhole()).toBe('ok');
  });

  it('an erasure stops between two of its parts, and is carried through when there is room', () => {
    arrive(
      desk,
      Array.from({ length: 400 }, (_, at) => post(`${at + 10}`, { text: 'canary '.repeat(30) })),
    );
    const customerId = desk.db.find<{ id: CustomerId }>(
      "SELECT customer_id AS id FROM identities WHERE remote_id = '7'",
    )?.id as CustomerId;
    beginErasure(desk, { customerId, handle: 'user7' });
    const step = (): void => {
      const row = nextErasure(desk.db);
      if (row) eraseStep(desk, row);
    };
    disk.fill();
    expect(() => {
      for (let part = 0; part < 2000 && nextErasure(desk.db); part += 1) step();
    }).toThrow(/full/u);
    expect(isWhole()).toBe('ok');
    disk.free();
    for (let part = 0; part < 5000 && nextErasure(desk.db); part += 1) step();
    expect(nextErasure(desk.db)).toBeUndefined();
    expect(desk.db.find("SELECT count(*) AS n FROM messages WHERE text LIKE '%canary%'")).toEqual({ n: 0 });
    expect(isWhole()).toBe('ok');
  });

  it('a desk of an older program is left as it was, and says so', () => {
    const file = path.join(disk.folder, 'old.db');
    const old = new Sqlite(file);
    makeAt(old, schemaVersion - 1);
    old.exec("INSERT INTO settings VALUES ('me', 'ab', 1)");
    old.close();
    const before = path.join(disk.folder, 'before.db');
    copyFileSync(file, before);
    writeFileSync(path.join(disk.folder, 'x'), '');
    disk.fill();
    expect(() => openDb(file)).toThrow(/^The disk is full, so the desk can’t be opened/u);
    disk.free();
    expect(readdirSync(disk.folder).filter((name) => name.startsWith('old.db.before'))).toEqual([]);
    const found = new Sqlite(file);
    expect(found.pragma('user_version', { simple: true })).toBe(schemaVersion - 1);
    found.close();
    openDb(file).close();
  });
});
