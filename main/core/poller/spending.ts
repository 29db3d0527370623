import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { Charge } from '../../providers/provider.ts';

/** The only file that writes `spending`. Prices are counted by the network's day. */
export const dayOf = (at: Ms): string => new Date(at).toISOString().slice(0, 10);

/** Adds to what an account's calls cost today. `purpose` tells apart what has a cap of its own. */
export const spend = (
  tx: Tx,
  accountId: string,
  at: Ms,
  cost: readonly Charge[],
  purpose: 'desk' | 'recheck' = 'desk',
): void => {
  for (const { what, units, micros } of cost) {
    if (units === 0 && micros === 0) continue;
    tx.db
      .statement(
        'INSERT INTO spending (account_id, day, what, units, micros) VALUES (?, ?, ?, ?, ?) ' +
          'ON CONFLICT DO UPDATE SET units = units + excluded.units, micros = micros + excluded.micros',
      )
      .run(accountId, dayOf(at), purpose === 'desk' ? what : `${purpose}:${what}`, units, micros);
    tx.touch('accounts', accountId);
  }
};

/** What an account's calls have cost on the day of this moment, in millionths of a US dollar. */
export const spentOn = (db: Reader, accountId: string, at: Ms, purpose?: 'recheck'): number =>
  db.find<{ micros: number | null }>(
    'SELECT sum(micros) AS micros FROM spending WHERE account_id = ? AND day = ? AND what GLOB ?',
    accountId,
    dayOf(at),
    purpose === undefined ? '*' : `${purpose}:*`,
  )?.micros ?? 0;
