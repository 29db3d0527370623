import { AppError } from '../../../shared/errors.ts';
import type { ProviderId } from '../../../shared/model.ts';
import type { Connection } from '../../providers/provider.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { identityIdOf, rememberIdentity } from '../identities.ts';
import { firstAccountable } from '../people/baton.ts';
import { accountIdOf, getAccount, putAccount, type AccountRow } from './rows.ts';

/** A newly connected brand's older messages are context: its queue begins a day back, not with years of history. */
const historyMs = 24 * 3_600_000;

/** Attaches a signed-in connection to its account: a new one, or the same one with all its history when it was there. */
export const attach = (
  desk: Desk,
  provider: ProviderId,
  connection: Connection,
  isPractice: boolean,
  clientId: string | null = null,
): AccountRow => {
  const { remoteId, handle, name } = connection.account;
  const id = accountIdOf(provider, remoteId);
  operate(desk, { op: 'account.attach', by: desk.me, input: { accountId: id } }, (tx, at) => {
    const known = tx.find<AccountRow>('SELECT * FROM accounts WHERE id = ?', id);
    if (known) assertNotErased(known);
    putAccount(tx, {
      id,
      provider,
      remote_id: remoteId,
      handle,
      name,
      is_practice: isPractice ? 1 : 0,
      paused_because: null,
      history_from: known?.history_from ?? at - historyMs,
      // Somebody is accountable from the first minute on: who connected it, until they pass it on.
      removed_at: null,
      erase_at: null,
      client_id: clientId ?? known?.client_id ?? null,
      baton_id: known?.baton_id ?? firstAccountable(tx, desk.me),
    });
    // The brand writes messages too, so it is an author like any other.
    if (!tx.find('SELECT 1 FROM identities WHERE id = ?', identityIdOf(provider, remoteId))) {
      rememberIdentity(tx, provider, connection.account, { at, id: () => newId(desk) });
    }
    return { value: null };
  });
  return getAccount(desk.db, id);
};

/** Throws `taken` while everything of this account is being deleted: what arrived now would go too. */
export const assertNotErased = ({ handle, erase_at }: AccountRow): void => {
  if (erase_at === null) return;
  throw new AppError(
    'taken',
    `The archive of @${handle} is still being deleted. Connect it when that is done.`,
  );
};
