import type { Rule } from '../../../shared/rule.ts';
import type { Tx } from '../../db/db.ts';
import { beginRecount as beginClocks } from '../clocks/recount.ts';
import { bookOf } from '../clocks/rows.ts';
import { beginRecount as beginQueues } from '../queues/recount.ts';
import { keptQueues } from '../queues/rows.ts';

/** A tag went, or is there again: open threads are asked anew by the rules that name it, and by no others. */
export const askAnew = (tx: Tx, id: string): void => {
  const names = ({ customerTags }: Rule): boolean => customerTags?.some((tag) => tag === id) ?? false;
  if (keptQueues(tx).some(({ rules }) => rules.some(names))) beginQueues(tx);
  if (bookOf(tx).entries.some(({ policy }) => names(policy.conditions))) beginClocks(tx);
};
