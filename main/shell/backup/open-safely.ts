import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { isDamage, whyLost } from '../../core/backup/damage.ts';
import { finishSwap, swap } from '../../core/backup/swap.ts';
import { log } from '../log.ts';
import type { Program } from '../program.ts';
import type { Windows } from '../windows.ts';
import type { Ways } from './answers.ts';
import { openRepair } from './repair.ts';

/**
 * Opens the desk; where its file can't be used, what can be done about that. Both take each other's place while the windows stay:
 * after a repair, after a restore, when somebody asks for it.
 */
export const openSafely = (folder: string, windows: Windows, open: (ways: Ways) => Program): Program => {
  const file = path.join(folder, 'desk.db');
  /** Whoever asks while one takes the other's place waits. */
  let gate: Promise<void> = Promise.resolve();

  const repairs = new WeakSet<Program>();
  const repair = (why: string): Program => {
    log.warn(`the desk is not opened: ${why}`);
    const opened = openRepair({ file, why, windows, open: () => restart(() => {}, begin) });
    repairs.add(opened);
    return opened;
  };
  const begin = (): Program => {
    finishSwap(file);
    const lost = whyLost(file);
    if (lost !== null) return repair(lost);
    try {
      return open(ways);
    } catch (error) {
      if (!isDamage(error)) throw error;
      log.error('the desk could not be opened', error);
      return repair(error instanceof AppError ? error.message : 'This desk’s database is damaged.');
    }
  };
  const restart = async (between: () => void, next: () => Program): Promise<void> => {
    const change = async (): Promise<void> => {
      // Nobody is told of what fails while it closes: what is wrong with its file is known.
      await current.close().catch((error: unknown) => log.error('not all was closed in order', error));
      try {
        between();
      } finally {
        current = orRepair(next);
      }
    };
    const changed = change();
    gate = changed.catch(() => undefined);
    await changed;
    // After the answer has left.
    setTimeout(windows.reload, 50);
  };
  /** The windows stand: whatever is wrong is said in them. */
  const orRepair = (next: () => Program): Program => {
    try {
      return next();
    } catch (error) {
      log.error('the desk could not be opened again', error);
      return repair(error instanceof Error ? error.message : String(error));
    }
  };
  const ways: Ways = {
    restore: (part) => restart(() => void swap(file, part, 'before-restore', Date.now()), begin),
    toRepair: () =>
      restart(
        () => {},
        () => repair('The file was found damaged while the desk was open.'),
      ),
  };
  let current = begin();
  return {
    front: () => current.front(),
    async answer(from, isOurs, name, input) {
      await gate;
      const asked = current;
      const reply = await asked.answer(from, isOurs, name, input);
      // A desk that can't even be shown: its windows could offer nothing else.
      const isUnshown = name === 'desk.open' && !reply.ok && reply.error.code === 'damaged';
      if (isUnshown && asked === current && !repairs.has(asked)) {
        await restart(
          () => {},
          () => repair('Part of this desk’s database is damaged, and the desk can’t be shown without it.'),
        );
      }
      return reply;
    },
    ring: (from) => current.ring(from),
    picture: (address) => current.picture(address),
    close: () => current.close(),
  };
};
