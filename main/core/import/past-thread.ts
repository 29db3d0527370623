import type { Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import { aroundFirst } from '../clocks/first.ts';
import type { MessageRow } from '../messages.ts';
import { begin } from '../threads/place.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { derive } from '../threads/settle.ts';
import { asPast } from './imported.ts';

/** A message that is about to be written, with what its thread follows from. */
export type Fresh = { row: MessageRow & { seq: number }; remote: RemoteMessage; at: number; isIn: boolean };

type New = { customer: string; previous: string | null; id: string; until: number };

/** A thread that was over before it came here, from all its messages; not written yet. */
export const pastThread = (
  tx: Tx,
  run: readonly Pick<Fresh, 'row' | 'at' | 'isIn'>[],
  { customer, previous, id, until }: New,
): ThreadRow => {
  const first = run.find(({ isIn }) => isIn)?.row ?? run[0]?.row;
  if (!first) throw new Error('a thread of no messages');
  const begun = begin(
    {
      accountId: first.account_id,
      customerId: customer,
      identityId: first.author_id,
      messageId: first.id,
      createdAt: first.created_at,
    },
    previous,
    id,
  );
  const read_seq = Math.max(...run.map(({ row }) => row.seq));
  const facts = run.map(({ row, isIn }) => ({ ...row, role: isIn ? ('in' as const) : ('out' as const) }));
  return derive({ ...begun, ...asPast(until), read_seq }, facts, aroundFirst(tx, first));
};
