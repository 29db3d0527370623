import type { Card } from '../../shared/model.ts';
import { firstName, type Values } from '../../shared/snippet.ts';
import type { Desk } from '../store/state.ts';
import { folded } from '../text/plain.ts';

/** What the blanks stand for in this thread; what is not known is left out, and stays a blank. */
export const valuesFor = ({ accounts, me, tags }: Desk, card: Card): Values => {
  const account = accounts.find(({ account: { id } }) => id === card.accountId)?.account;
  const tag = tags.find(({ id }) => id === card.tags[0])?.name;
  const name = folded(card.name).trim();
  const first = firstName(name);
  const mine = firstName(me.name);
  return {
    ...(name !== '' && { name }),
    ...(first !== undefined && { first }),
    handle: `@${folded(card.handle)}`,
    ...(account && { brand: account.name }),
    ...(mine !== undefined && { me: mine }),
    ...(tag !== undefined && { tag }),
  };
};
