import type { Settings } from '../../../shared/settings.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { readSettings, saveSettings } from '../settings.ts';

/** Whoever sees that something is wrong may stop everything; to let it go on is for those who approve. */
export const stopAll = (desk: Desk, isStopped: boolean): Settings => {
  assertMay(desk, isStopped ? 'schedule.write' : 'schedule.approve');
  const { schedules } = readSettings(desk.db);
  if ((schedules.stopped !== null) === isStopped) return readSettings(desk.db);
  const stopped = isStopped ? { by: desk.me, at: desk.now() } : null;
  return saveSettings(desk, { schedules: { ...schedules, stopped } });
};

export const setCap = (desk: Desk, perDay: number): Settings => {
  assertMay(desk, 'schedule.approve');
  return saveSettings(desk, { schedules: { ...readSettings(desk.db).schedules, perDay } });
};
