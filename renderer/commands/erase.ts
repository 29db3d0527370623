import type { CommandId } from '../../shared/commands.ts';
import type { eraseCommands } from '../../shared/commands/erase.ts';
import { whoMay, type Right } from '../../shared/roles.ts';
import { set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

export const eraseRun: Record<keyof typeof eraseCommands, () => void> = {
  'hold.set': () => set({ overlay: 'hold' }),
  'customer.erase': () => set({ overlay: 'erase' }),
  'retention.settings': () => set({ overlay: 'settings', settingsSection: 'retention' }),
};

const may =
  (right: Right) =>
  (desk: Desk): string | null =>
    iMay(desk, right) ? null : `Only ${whoMay(right)} may do this.`;
const onThread =
  (right: Right) =>
  (desk: Desk): string | null =>
    may(right)(desk) ?? (threadInFocus(desk) ? null : 'No thread is in focus.');

export const eraseRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'hold.set': onThread('hold.set'),
  'customer.erase': onThread('customer.erase'),
  'retention.settings': may('hold.set'),
};
