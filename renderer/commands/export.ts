import type { CommandId } from '../../shared/commands.ts';
import type { exportCommands } from '../../shared/commands/export.ts';
import { whoMay } from '../../shared/roles.ts';
import { openExport } from '../export/open.ts';
import { search } from '../search/store.ts';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

const exportThread = (): void => {
  const card = threadInFocus(get());
  if (card) openExport({ scope: { what: 'thread', threadId: card.id }, of: `@${card.handle}` });
};

const exportCustomer = (): void => {
  const card = threadInFocus(get());
  if (card) openExport({ scope: { what: 'customer', customerId: card.customerId }, of: `@${card.handle}` });
};

const exportSearch = (): void => {
  const text = search().text.trim();
  if (text !== '') openExport({ scope: { what: 'search', text }, of: text });
};

export const exportRun: Record<keyof typeof exportCommands, () => void> = {
  'thread.export': exportThread,
  'customer.export': exportCustomer,
  'archive.export': exportSearch,
  'jobs.open': () => set({ overlay: 'jobs' }),
};

const mayMany = (desk: Desk): string | null =>
  iMay(desk, 'export.many') ? null : `Only ${whoMay('export.many')} may export this.`;

export const exportThreadRules = {
  'thread.export': (_card: unknown, desk: Desk) =>
    iMay(desk, 'export.thread') ? null : `Only ${whoMay('export.thread')} may export this.`,
  'customer.export': (_card: unknown, desk: Desk) => mayMany(desk),
} satisfies Partial<Record<CommandId, unknown>>;

export const exportRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'archive.export': (desk) =>
    mayMany(desk) ?? (search().text.trim() === '' ? 'Search for something first.' : null),
};
