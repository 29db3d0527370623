import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arrive, makeDesk, post, type TestDesk } from '../core/testing/desk.ts';
import { createLongHost } from './long-host.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-long-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

it('runs a work in a thread, on the file that the desk goes on writing', async () => {
  arrive(desk, [post('10')]);
  const long = createLongHost(desk.db.file, new URL('long.ts', import.meta.url));
  const checked = long.run('check', null);
  arrive(desk, [post('11')]);
  expect(await checked).toEqual({ faults: [] });
});

it('rejects in words when the file is not there', async () => {
  const long = createLongHost(path.join(folder, 'none.db'), new URL('long.ts', import.meta.url));
  await expect(long.run('check', null)).rejects.toThrow(/directory does not exist|unable to open/u);
});

it.skipIf(process.platform !== 'linux')(
  'answers, and is closed, when nobody has the file open any more',
  async () => {
    arrive(desk, [post('10')]);
    const openAt = (): number =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === desk.db.file;
        } catch {
          return false;
        }
      }).length;
    // With another connection to it SQLite keeps each that is closed, not to lose its locks.
    desk.db.close();
    expect(openAt()).toBe(0);
    const long = createLongHost(desk.db.file, new URL('long.ts', import.meta.url));
    for (let time = 0; time < 3; time += 1) {
      await long.run('check', null);
      expect(openAt()).toBe(0);
    }
    const cut = expect(long.run('check', null)).rejects.toThrow(/ended with/u);
    await long.close();
    expect(openAt()).toBe(0);
    await cut;
  },
);
