import type { CommandId } from '../../shared/commands.ts';
import type { backupCommands } from '../../shared/commands/backup.ts';
import { whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

export const backupRun: Record<keyof typeof backupCommands, () => void | Promise<void>> = {
  'backup.settings': () => set({ overlay: 'settings', settingsSection: 'backup' }),
  'backup.now': () => void attempt(() => call('backup.now', {})),
  'desk.check': () => void attempt(() => call('desk.check', {})),
};

const mayManage = (desk: Desk): string | null =>
  iMay(desk, 'account.manage') ? null : `Only ${whoMay('account.manage')} may do this.`;

export const backupRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'backup.settings': mayManage,
  'backup.now': mayManage,
  'desk.check': mayManage,
};
