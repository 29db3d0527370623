import type { Archive } from '../../../shared/api/accounts.ts';
import type { Reader } from '../../db/db.ts';
import { accountOf, allAccounts } from './rows.ts';

/** Accounts of which only the history is here. */
export const archivesOf = (db: Reader): Archive[] =>
  allAccounts(db).flatMap((row) =>
    row.removed_at === null
      ? []
      : {
          account: accountOf(row),
          removedAt: row.removed_at,
          threads:
            db.find<{ n: number }>('SELECT count(*) AS n FROM threads WHERE account_id = ?', row.id)?.n ?? 0,
          isBeingErased: row.erase_at !== null,
        },
  );
