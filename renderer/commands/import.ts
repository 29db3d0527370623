import type { CommandId } from '../../shared/commands.ts';
import type { importCommands } from '../../shared/commands/import.ts';
import { whoMay } from '../../shared/roles.ts';
import { set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

export const importRun: Record<keyof typeof importCommands, () => void> = {
  'archive.import': () => set({ overlay: 'import' }),
};

export const importRules = {
  'archive.import': (desk: Desk) =>
    iMay(desk, 'archive.import') ? null : `Only ${whoMay('archive.import')} may import conversations.`,
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
