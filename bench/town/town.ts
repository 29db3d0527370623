import type { Poll, RemoteIdentity } from '../../main/providers/provider.ts';
import { createCustomers, type Customer } from './customers.ts';
import { createDice } from './dice.ts';
import { nextMessage } from './message.ts';
import { createIds } from './snowflake.ts';

export type Answer = Pick<Poll, 'messages' | 'identities' | 'unreadable' | 'cursor'>;

export type Town = {
  /** The next answer of the network, and when it was given. */
  nextAnswer(messages: number): { brand: RemoteIdentity; answer: Answer; atMs: number };
  /** Customers whose threads are done with since this was last asked; `all` when nobody will write any more. */
  takeDone(all: boolean): { brand: RemoteIdentity; customers: Customer[] }[];
};

export type TownPlan = {
  brands: readonly RemoteIdentity[];
  messages: number;
  customers: number;
  fromMs: number;
  toMs: number;
};

/** Two brands and their customers over some weeks: the same messages every time for the same plan. */
export const createTown = ({ brands, messages, customers, fromMs, toMs }: TownPlan): Town => {
  const dice = createDice(20_261_102);
  const makeId = createIds();
  const parts = brands.map((brand, at) => ({
    brand,
    customers: createCustomers(dice, 5_000_000_000 + at * 100_000_000),
  }));
  let told = 0;
  let answers = 0;

  return {
    nextAnswer(count) {
      const part = parts[answers++ % parts.length];
      if (part === undefined) throw new Error('A town needs a brand.');
      const { brand } = part;
      const named = new Map<string, RemoteIdentity>();
      const answer: Answer = { messages: [], identities: [], unreadable: [], cursor: null };
      for (let i = 0; i < count; i++) {
        const atMs = Math.floor(fromMs + ((toMs - fromMs) * told++) / messages);
        const isNew = (part.customers.made * parts.length) / customers < told / messages;
        const customer = (isNew ? undefined : part.customers.someone()) ?? part.customers.welcome();
        named.set(customer.identity.remoteId, customer.identity);
        answer.messages.push(nextMessage({ dice, brand, customer, id: makeId(atMs), atMs }));
      }
      answer.identities.push(...named.values());
      const atMs = Math.ceil(fromMs + ((toMs - fromMs) * told) / messages);
      return { brand, answer: { ...answer, cursor: cursorAt(answer, fromMs) }, atMs };
    },
    takeDone: (all) =>
      parts.map(({ brand, customers }) => ({
        brand,
        customers: all ? customers.takeRest() : customers.takeDone(),
      })),
  };
};

/** As the X provider writes it, so that a window opened on this desk goes on reading from here. */
const cursorAt = ({ messages }: Answer, start: number): string =>
  JSON.stringify({ v: 1, since: messages.at(-1)?.remoteId ?? null, start, round: null });
