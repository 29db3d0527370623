import { existsSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { requests, type RequestName } from '../../../shared/api.ts';
import type { RepairProgress } from '../../../shared/api/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import { makeScratch } from '../../core/backup/damage.ts';
import { listBackups } from '../../core/backup/list.ts';
import { readKeeping } from '../../core/backup/places.ts';
import { preparedBeside, swap } from '../../core/backup/swap.ts';
import type { Handlers } from '../../core/core.ts';
import { createLongHost } from '../../worker/long-host.ts';
import { answer } from '../answer.ts';
import { log } from '../log.ts';
import type { Program } from '../program.ts';
import type { Windows } from '../windows.ts';

type Around = { file: string; why: string; windows: Windows; open(): Promise<void> };

type RepairRequest =
  | 'repair.state'
  | 'repair.begin'
  | 'repair.progress'
  | 'repair.open'
  | 'repair.quit'
  | 'backup.list'
  | 'backup.restore';

/** Stands where the desk can't be opened. Nothing happens by itself; whatever is done keeps the file, at another place. */
export const openRepair = ({ file, why, windows, open }: Around): Program => {
  const backups = () => listBackups(readKeeping(file).folder);
  const part = `${preparedBeside(file)}.part`;
  let isAtWork = false;
  let repairing: RepairProgress | null = null;
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isAtWork) throw new AppError('taken', 'This is being done already.');
    isAtWork = true;
    try {
      return await work();
    } finally {
      isAtWork = false;
    }
  };
  const mine: Pick<Handlers, RepairRequest> = {
    'repair.state': () => ({ file, why, backups: backups() }),
    'repair.progress': () => repairing,
    'backup.list': backups,
    'repair.begin': () =>
      alone(async () => {
        if (!existsSync(file)) throw new AppError('not-found', 'There is no file to repair.');
        const scratch = `${preparedBeside(file)}.scratch`;
        makeScratch(scratch);
        const asked = { from: file, to: part, at: Date.now() };
        const report = (done: number, of: number | null): void => {
          repairing = of === null ? null : { done, of };
        };
        const { words } = await hostOn(scratch)
          .run('salvage', asked, { report })
          .finally(() => (repairing = null));
        const aside = swap(file, part, 'damaged', Date.now());
        log.info(`the desk was repaired; the damaged file is ${aside}`);
        return { words, aside };
      }),
    'backup.restore': ({ name }) =>
      alone(async () => {
        const from = path.join(readKeeping(file).folder, name);
        if (!existsSync(from)) throw new AppError('not-found', 'This backup is not in its folder any more.');
        const made = await hostOn(from).run('prepareRestore', {
          deskFile: file,
          name,
          at: Date.now(),
          by: 'desk',
        });
        swap(file, made, 'damaged', Date.now());
        await open();
        return null;
      }),
    'repair.open': async () => {
      await alone(open);
      return null;
    },
    'repair.quit': () => {
      setTimeout(() => app.quit(), 50);
      return null;
    },
  };
  const refuse = (): never => {
    throw new AppError('damaged', why);
  };
  const refused = Object.fromEntries((Object.keys(requests) as RequestName[]).map((name) => [name, refuse]));
  const handlers = { ...refused, ...mine } as Handlers;
  return {
    front: windows.front,
    answer: (_from, isOurs, name, input) => answer(() => handlers, isOurs, name, input),
    ring: () => {},
    picture: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
};

const hostOn = (file: string) => createLongHost(file, path.join(import.meta.dirname, 'long.cjs'));
