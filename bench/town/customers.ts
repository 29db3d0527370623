import type { RemoteIdentity } from '../../main/providers/provider.ts';
import type { Dice } from './dice.ts';

export type Customer = {
  at: number;
  identity: RemoteIdentity;
  /** The first post, which all the others hang on. */
  conversationId: string | null;
  lastPostId: string | null;
  /** The brand's newest answer, which the customer answers in turn. */
  lastAnswerId: string | null;
};

/** So many of the newest customers still write, the latest of them most; the earlier ones have fallen silent. */
const talkative = 4_000;
const isLeaving = (at: number): boolean => at % 3 === 2;

/** Customers come one by one, write for a while, and a third of them are done with in the end. */
export const createCustomers = (dice: Dice, firstId: number) => {
  const active: Customer[] = [];
  const silent: Customer[] = [];
  let made = 0;
  return {
    get made() {
      return made;
    },
    welcome(): Customer {
      const at = made++;
      const remoteId = String(firstId + at);
      const identity = {
        remoteId,
        handle: `user_${remoteId.slice(-8)}`,
        name: `Customer ${at}`,
        reach: dice.below(9_000),
      };
      const customer = { at, identity, conversationId: null, lastPostId: null, lastAnswerId: null };
      if (active.length === talkative) silent.push(...active.splice(0, 1));
      active.push(customer);
      return customer;
    },
    someone: (): Customer | undefined =>
      active[active.length - 1 - Math.floor(active.length * dice.roll() ** 3)],
    /** Those who will not write again and whose threads are to be resolved; told once. */
    takeDone: (): Customer[] => silent.splice(0).filter(({ at }) => isLeaving(at)),
    takeRest: (): Customer[] => [...silent.splice(0), ...active.splice(0)].filter(({ at }) => isLeaving(at)),
  };
};
