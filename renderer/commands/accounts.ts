import type { CommandId } from '../../shared/commands.ts';
import type { accountCommands } from '../../shared/commands/accounts.ts';
import type { Account } from '../../shared/model.ts';
import { whoMay } from '../../shared/roles.ts';
import { accountMeant } from '../accounts/words.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

/** In practice nobody has to be asked: the simulated brand signs in by itself. */
export const reauthorise = async (account: Account): Promise<void> => {
  await attempt(async () => {
    if (!account.isPractice) return set({ overlay: 'connect', reauthorising: account.id });
    await call('account.reauthorise', { accountId: account.id });
    return notify(`@${account.handle} is signed in again.`);
  });
};

const meant = ({ accounts, thread, cards }: Desk) =>
  accountMeant(accounts, thread === null ? undefined : cards.get(thread.id)?.accountId);

const openSection = (settingsSection: string): void => set({ overlay: 'settings', settingsSection });

/** So long after a dialog the next one may come. */
const politeMs = 400;

/** Asked for by the program too, at a start: what somebody types into a dialog of their own must not go into this one. */
const unlock = (): void => {
  if (get().overlay === null) set({ overlay: 'unlock' });
  else setTimeout(unlock, politeMs);
};

export const accountRun: Record<keyof typeof accountCommands, () => void | Promise<void>> = {
  'account.settings': () => openSection('accounts'),
  'account.reauthorise': () => {
    const state = meant(get());
    return state ? reauthorise(state.account) : openSection('accounts');
  },
  'network.settings': () => openSection('network'),
  'signIns.unlock': unlock,
};

const mayManage = (desk: Desk): string | null =>
  iMay(desk, 'account.manage') ? null : `Only ${whoMay('account.manage')} may do this.`;

export const accountRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'account.reauthorise': (desk) =>
    mayManage(desk) ?? (desk.accounts.length > 0 ? null : 'No account is connected.'),
  'network.settings': mayManage,
};
