import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import type { ImportId } from '../../../shared/ids.ts';
import { makeDesk, start, stateOf } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { folderOf } from './run.ts';
import { recoverImports } from './start.ts';
import { fileBeside, goOn, importFile, rowOf, table } from './testing/importing.ts';

const hour = 3_600_000;
const rows = Array.from({ length: 300 }, (_, n) => {
  const at = start - (5000 - n * 7) * hour;
  return n % 3 === 2
    ? rowOf(n, 'hallammobile', at, `@9${n % 20} answer ${n}`, { to: n - 2 })
    : rowOf(n, `9${n % 20}`, at, `@hallammobile no signal ${n}`);
});

/** Ends the child with a signal that nothing can catch once it has said so many slices. */
const killedAfter = (slices: number, file: string, csv: string): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [new URL('testing/import-child.ts', import.meta.url).pathname, file, csv],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let said = 0;
    createInterface({ input: child.stdout }).on('line', () => {
      if (++said === slices) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (_code, signal) => resolve(signal));
  });

it('killed in the middle, it goes on where it was, and ends as it would have', async () => {
  await withFolder(async (wholeFile) => {
    const whole = makeDesk(wholeFile);
    await importFile(whole, fileBeside(whole, 'past.csv', table(rows)));
    for (const slices of [1, 9]) {
      await withFolder(async (file) => {
        const before = makeDesk(file);
        const csv = fileBeside(before, 'past.csv', table(rows));
        before.db.close();
        expect(await killedAfter(slices, file, csv)).toBe('SIGKILL');
        const desk = makeDesk(file);
        recoverImports(desk);
        const [row] = desk.db.all<{ id: ImportId; state: string; position: number; added: number }>(
          'SELECT * FROM imports',
        );
        expect(row).toMatchObject({ state: 'stopped' });
        expect(row?.position).toBeGreaterThan(0);
        expect(desk.db.find('SELECT count(*) AS n FROM messages')).toEqual({ n: row?.added });
        expect(row?.added).toBeLessThan(rows.length);
        expect(existsSync(folderOf(desk))).toBe(false);
        if (row) await goOn(desk, row.id, undefined, { perUnit: 5, perSlice: 10 });
        expect(desk.db.find('SELECT state, added, known FROM imports')).toEqual({
          state: 'done',
          added: rows.length,
          known: 0,
        });
        expect(stateOf(desk)).toEqual(stateOf(whole));
        expectReplayed(desk);
        desk.db.close();
      });
    }
    whole.db.close();
  });
});

it('does not go on with a file that is another one by now', async () => {
  await withFolder(async (file) => {
    const desk = makeDesk(file);
    const csv = fileBeside(desk, 'past.csv', table(rows));
    const row = await importFile(desk, csv);
    desk.db.raw.prepare("UPDATE imports SET state = 'stopped', position = 0").run();
    fileBeside(desk, 'past.csv', table(rows.slice(1)));
    await expect(goOn(desk, row.id as ImportId)).rejects.toThrow('has changed since');
    expect(desk.db.find('SELECT state FROM imports')).toEqual({ state: 'failed' });
    desk.db.close();
  });
});
