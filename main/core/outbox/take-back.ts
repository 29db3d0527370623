import { unsigned } from '../../../shared/compose.ts';
import { joined } from '../../../shared/compose/split.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Draft, MessageKind } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { getAgent } from '../agents.ts';
import { giveBackDraft, newestTyped } from '../drafts.ts';
import { findSchedule, putSchedule } from '../schedules/rows.ts';
import { detachFrom } from '../uploads/attach.ts';
import { partsOf } from './chain.ts';
import { getItem, putItem, type OutboxRow } from './rows.ts';

/**
 * What has not left is taken back, of a chain the whole rest: text, attachments and, if nothing of it has left, the id are
 * its author's draft again. Null: it belonged to no thread, and its text stays where it was written. Throws `too-late`.
 */
export const cancelItem = (tx: Tx, at: number, id: string): Draft | null => {
  const asked = getItem(tx, id);
  const parts = partsOf(tx, asked);
  const back = parts.filter(({ state }) => state === 'queued' || state === 'failed');
  const [first] = back;
  if (!first) throw new AppError('too-late', whyTooLate(asked));
  for (const part of back) {
    putItem(tx, { ...getItem(tx, part.id), state: 'cancelled', state_at: at, code: null, reason: null });
  }
  const { thread_id: threadId, kind, agent_id: agentId } = asked;
  if (threadId === null) {
    comeBack(tx, asked);
    return null;
  }
  if (first.part === 1) detachFrom(tx, first.id);
  const text = asTyped(tx, back, { agentId, threadId, kind });
  return giveBackDraft(tx, agentId, at, {
    ...{ threadId, kind, text },
    intention: first.part === 1 ? first.id : null,
  });
};

/** Signature and numbers are put on when a text leaves, so they come off when it comes back. */
const asTyped = (
  tx: Tx,
  back: readonly OutboxRow[],
  { agentId, threadId, kind }: { agentId: string; threadId: string; kind: MessageKind },
): string => {
  const { initials } = getAgent(tx, agentId);
  const texts = back.map((part) => unsigned(part.text, initials));
  if (back[0]?.parts === 1) return texts.join('');
  // Where a chain was cut there may have been more than a space: what was typed is among the draft's versions.
  const typed = newestTyped(tx, agentId, threadId, kind);
  return typed !== null && bare(unsigned(typed, initials)) === bare(joined(texts)) ? typed : joined(texts);
};

const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

/** A post of the brand's own has no draft: it stands among what was scheduled again, for its author to deal with. */
const comeBack = (tx: Tx, { schedule_id }: OutboxRow): void => {
  const row = schedule_id === null ? undefined : findSchedule(tx, schedule_id);
  if (row?.state !== 'queued') return;
  putSchedule(tx, { ...row, state: 'refused', reason: 'Taken back before it left.', outbox_id: null });
};

const whyTooLate = ({ state }: OutboxRow): string => {
  switch (state) {
    case 'uncertain':
      return 'It is not known yet whether this arrived. Say what you see at the network, or wait until it has been read back.';
    case 'sending':
      return 'This is being sent right now. It can’t be taken back here.';
    case 'cancelled':
      return 'This was taken back already.';
    case 'sent':
    case 'queued':
    case 'failed':
      return 'This message has already left. It can’t be taken back here.';
  }
};
