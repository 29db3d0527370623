import { operate, type Desk } from '../desk.ts';
import { getAccount, putAccount } from './rows.ts';

/** The account stops with its reason on screen; queue, drafts and outbox stay as they are. */
export const pauseAccount = (desk: Desk, accountId: string, reason: string): void => {
  const row = getAccount(desk.db, accountId);
  if (row.paused_because === reason) return;
  operate(desk, { op: 'account.pause', by: row.provider, input: { accountId } }, (tx) => {
    putAccount(tx, { ...row, paused_because: reason });
    return { value: null };
  });
};
