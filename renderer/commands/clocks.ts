import type { CommandId } from '../../shared/commands.ts';
import type { Card } from '../../shared/model.ts';
import { set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

export const clockRun = {
  'clock.explain': () => set({ overlay: 'clock' }),
  'clock.settings': () => set({ overlay: 'settings', settingsSection: 'clocks' }),
};

export const clockThreadRules: Partial<Record<CommandId, (card: Card, desk: Desk) => string | null>> = {
  'clock.explain': () => null,
};

export const clockRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'clock.settings': (desk) =>
    iMay(desk, 'policy.manage') ? null : 'Only supervisors and admins change deadlines.',
};
