import type { Db } from '../../db/db.ts';
import { exportsHolding } from '../export/made.ts';

/** Files that were exported from this desk and hold something of a customer, as far as is remembered of them. */
export const exportsWith = (db: Pick<Db, 'file'>, customerId: string): string[] =>
  exportsHolding(db, customerId);
