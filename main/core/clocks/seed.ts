import type { Ms, Targets } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { beginRecount } from './recount.ts';
import { putPolicy } from './rows.ts';

const hour = 60;

/** What a new desk promises until a supervisor says otherwise, in minutes by priority. */
const targets: Targets = {
  first: [15, 30, 60, 4 * hour],
  next: [30, 60, 2 * hour, 8 * hour],
  resolution: [4 * hour, 8 * hour, 24 * hour, 72 * hour],
};

/** A desk that had a policy once, and removed it, is to have none. */
export const hadPolicies = (db: Reader): boolean => db.find('SELECT 1 FROM policies LIMIT 1') !== undefined;

/** The first policy of a desk, new or from before there were policies: everyone, around the clock. */
export const seedPolicies = (tx: Tx, id: string, at: Ms): void => {
  if (hadPolicies(tx)) return;
  putPolicy(tx, {
    id,
    name: 'Everyone',
    position: 0,
    conditions: '{}',
    targets: JSON.stringify(targets),
    calendar_id: null,
    warn_percent: 75,
    since_at: at,
    removed_at: null,
  });
  if (tx.find('SELECT 1 FROM threads LIMIT 1') !== undefined) beginRecount(tx);
};
