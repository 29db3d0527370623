import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onFailpoint, type Failpoint } from '../failpoint.ts';
import { recover } from '../outbox/send.ts';
import { sweepFiles } from '../uploads/sweep.ts';
import { makeDesk, type TestDesk } from './desk.ts';
import { makeMail, type Mail } from './mail.ts';
import { Killed, type StrictNetwork } from './network.ts';

/** Hundreds of databases that are written through to the disk would take minutes. */
export const inMemory = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

/** A folder for one desk's file, gone when the test is over. */
export const withFolder = async (run: (file: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(inMemory, 'earshot-killed-'));
  try {
    await run(path.join(folder, 'desk.db'));
  } finally {
    onFailpoint(undefined);
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The program dies when it next comes by there: nothing after it happens, no row is written by what is dead. */
export const dieAt = (desk: TestDesk, at: Failpoint): void => {
  onFailpoint((name) => {
    if (name !== at) return;
    onFailpoint(undefined);
    desk.db.raw.close();
    throw new Killed();
  });
};

/** The same file and the same network, a new program. */
export const startAgain = (file: string, before: TestDesk, network: StrictNetwork): Mail => {
  onFailpoint(undefined);
  if (before.db.raw.open) before.db.close();
  const { clock } = before;
  const fresh = makeDesk(file);
  const now = (): number => clock.now;
  const desk: TestDesk = { ...fresh, clock, now, as: (agent) => ({ ...fresh.as(agent), now }) };
  const mail = makeMail(file, desk, network);
  recover(desk, desk.account.id);
  sweepFiles(desk);
  return mail;
};
