import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBreak } from '../../db/changes.ts';
import { openDb } from '../../db/open.ts';
import { arrive, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { sweepExports } from './leftovers.ts';
import { readArchive } from './testing/exported.ts';

it.each([
  ['export.written', 0],
  ['export.logged', 1],
  ['nowhere', 1],
])('killed at %s it leaves a whole file or none, and never one the log does not know', (at, rows) =>
  withFolder((file) => {
    const desk = makeDesk(file);
    arrive(desk, [post('10'), post('11')]);
    const threadId = onlyThread(desk);
    desk.db.close();
    const to = path.join(path.dirname(file), 'a.jsonl');
    const script = path.join(import.meta.dirname, 'testing/killed.ts');
    const { signal } = spawnSync(process.execPath, [script, file, to, threadId, at]);
    expect(signal).toBe(at === 'nowhere' ? null : 'SIGKILL');
    expect(existsSync(`${to}.part`)).toBe(at !== 'nowhere');

    const db = openDb(file);
    sweepExports({ db });
    expect(existsSync(`${to}.part`)).toBe(false);
    expect(existsSync(to)).toBe(at === 'nowhere');
    if (at === 'nowhere') expect(readArchive(to).end.counts).toMatchObject({ message: 2 });
    expect(db.all("SELECT 1 FROM changes WHERE op = 'archive.export'")).toHaveLength(rows);
    expect(findBreak(db)).toBeNull();
    db.close();
    return Promise.resolve();
  }),
);
