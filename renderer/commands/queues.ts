import type { CommandId } from '../../shared/commands.ts';
import { set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { targets } from '../store/targets.ts';

export const queueRun = {
  'thread.move': () => set({ overlay: 'move-to-queue' }),
  'queues.open': () => set({ overlay: 'settings', settingsSection: 'queues' }),
} satisfies Partial<Record<CommandId, () => void>>;

export const queueRules = {
  'thread.move': (desk: Desk) => {
    if (!targets(desk)) return 'No thread is in focus.';
    if (!iMay(desk, 'thread.work')) return 'Reviewers change nothing.';
    return desk.queues.length === 0
      ? 'There are no queues yet. Supervisors make them in the settings.'
      : null;
  },
  'queues.open': (desk: Desk) =>
    iMay(desk, 'queue.manage') ? null : 'Only supervisors and admins may change queues.',
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
