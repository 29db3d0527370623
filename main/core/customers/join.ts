import type { Tx } from '../../db/db.ts';
import { customerOf, identitiesOf, putIdentity } from '../identities.ts';
import { moveCustomerNotes } from '../notes/rows.ts';
import { moveCustomerEscalations, movePhones } from '../phone/rows.ts';
import { holdLikewise } from '../retention/hold-rows.ts';
import { settle } from '../threads/settle.ts';

/** What went from one customer to another when they turned out to be one person. */
export type JoinedCustomer = {
  /** The customer that has nothing left. */
  from: string;
  identities: string[];
  threads: string[];
  notes: string[];
  phones: string[];
  escalations: string[];
};

/** Two customers are one person: every handle, thread, note and number of `from` is `into`'s. */
export const joinCustomers = (tx: Tx, from: string, into: string): JoinedCustomer => {
  const identities = identitiesOf(tx, from);
  for (const row of identities) putIdentity(tx, { ...row, customer_id: into });
  const threads = tx.all<{ id: string }>('SELECT id FROM threads WHERE customer_id = ?', from);
  for (const { id } of threads) settle(tx, id, { customer_id: into });
  holdLikewise(tx, { customerId: from }, { customerId: into });
  return {
    from,
    identities: identities.map(({ id }) => id),
    threads: threads.map(({ id }) => id),
    notes: moveCustomerNotes(tx, from, into),
    phones: movePhones(tx, from, into),
    escalations: moveCustomerEscalations(tx, from, into),
  };
};

/** They are two after all. */
export const partCustomers = (tx: Tx, joined: JoinedCustomer): void => {
  const [first] = joined.identities;
  const into = first === undefined ? undefined : customerOf(tx, first);
  if (into === undefined) return;
  for (const row of identitiesOf(tx, into)) {
    if (joined.identities.includes(row.id)) putIdentity(tx, { ...row, customer_id: joined.from });
  }
  for (const id of joined.threads) {
    if (tx.find('SELECT 1 FROM threads WHERE id = ?', id)) settle(tx, id, { customer_id: joined.from });
  }
  moveCustomerNotes(tx, into, joined.from, joined.notes);
  movePhones(tx, into, joined.from, joined.phones);
  moveCustomerEscalations(tx, into, joined.from, joined.escalations);
  holdLikewise(tx, { customerId: into }, { customerId: joined.from });
};
