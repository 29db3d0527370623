import { coverCards } from '../../../shared/card-numbers.ts';
import type { Tx } from '../../db/db.ts';
import type { IdentityRow } from '../identities.ts';
import { countNotes } from '../notes/notes.ts';
import { putNote } from '../notes/rows.ts';
import { storable } from './text.ts';
import type { ThreadUnit } from './units.ts';

/** What colleagues wrote, where it hung; a note of somebody who is not in the file can't be kept without its author. */
export const writeNotes = (
  tx: Tx,
  { notes, identities }: ThreadUnit,
  threadId: string | null,
  people: ReadonlyMap<string, IdentityRow>,
): void => {
  if (notes.length === 0) return;
  const thread =
    threadId === null
      ? undefined
      : tx.find<{ id: string; customer_id: string }>(
          'SELECT id, customer_id FROM threads WHERE id = ?',
          threadId,
        );
  for (const note of notes) {
    if (tx.find('SELECT 1 FROM notes WHERE id = ?', note.id)) continue;
    if (!tx.find('SELECT 1 FROM agents WHERE id = ?', note.by)) continue;
    const told = identities.find(({ customerId }) => customerId === note.customerId);
    const customer = thread?.customer_id ?? (told && people.get(told.id)?.customer_id) ?? note.customerId;
    if (!tx.find('SELECT 1 FROM customers WHERE id = ?', customer)) continue;
    putNote(tx, {
      id: note.id,
      customer_id: customer,
      thread_id: note.threadId === null ? null : (thread?.id ?? null),
      agent_id: note.by,
      text: coverCards(storable(note.text).text),
      mentions: JSON.stringify(
        note.mentions.filter((id) => tx.find('SELECT 1 FROM agents WHERE id = ?', id)),
      ),
      created_at: note.createdAt,
      removed_at: null,
    });
  }
  countNotes(tx, thread?.id ?? null);
};
