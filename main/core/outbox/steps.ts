import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { outboxId } from '../../../shared/ids.ts';
import type { Draft } from '../../../shared/model.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { retryUploads } from '../uploads/attach.ts';
import { arrivedAs, arrivedUnseen } from './accept.ts';
import { heldBecause, holdRest, partsOf } from './chain.ts';
import { asItStands, assertThere } from './guard.ts';
import { getItem, putItem, type OutboxRow } from './rows.ts';
import { cancelItem } from './take-back.ts';
import { newestVersion } from './target.ts';

export const cancel = (desk: Desk, id: string): Changed & { draft: Draft | null } => {
  const { value, seq } = step(desk, 'outbox.cancel', id, (tx, at) => ({ value: cancelItem(tx, at, id) }));
  return { seq, draft: value };
};

/** To go on writing: only for its author, whose draft it becomes. */
export const edit = (desk: Desk, id: string): Draft => {
  const { agent_id, thread_id } = getItem(desk.db, id);
  if (agent_id !== desk.me) {
    throw new AppError('not-allowed', 'Only who wrote this can go on writing it. You can take it back.');
  }
  if (thread_id === null) {
    throw new AppError('not-allowed', 'This was scheduled. Change it where scheduled messages are.');
  }
  const { value } = step(desk, 'outbox.edit', id, (tx, at) => ({ value: cancelItem(tx, at, id) }));
  if (!value) throw new AppError('not-found', 'This draft has no thread.');
  return value;
};

/** Once more, for what certainly was not sent. An uncertain item is checked, never blindly repeated. */
export const retry = (desk: Desk, id: string): Changed =>
  changed(step(desk, 'outbox.retry', id, (tx, at) => ({ value: retryItem(tx, at, id) })));

export const sendNow = (desk: Desk, id: string): Changed => {
  const row = getItem(desk.db, id);
  if (row.state !== 'queued') {
    throw new AppError('not-allowed', 'Only a message that still waits can be hurried.');
  }
  return changed(
    step(desk, 'outbox.sendNow', id, (tx, at) => {
      for (const part of partsOf(tx, row)) {
        if (part.state !== 'queued' || part.code === 'rate-limited' || part.not_before <= at) continue;
        putItem(tx, { ...getItem(tx, part.id), not_before: at });
      }
      return { value: null };
    }),
  );
};

/** A person looked, where the desk could not know: it arrived, or it did not. */
export const decide = (desk: Desk, input: Parsed<'outbox.decide'>): Changed => {
  const { id, as, messageId } = input;
  const row = getItem(desk.db, id);
  if (row.state !== 'uncertain') {
    throw new AppError('not-allowed', 'There is nothing to decide about this message any more.');
  }
  const logged = { as, messageId };
  if (as === 'lost') {
    return changed(
      step(
        desk,
        'outbox.decide',
        id,
        (tx, at) => {
          const reason = 'It was looked for at the network and is not there.';
          fail(tx, { ...row, next_check_at: null }, at, 'lost', reason);
          return { value: null, inverse: { op: 'outbox.undecide', input: { id } } };
        },
        logged,
      ),
    );
  }
  return changed(
    step(
      desk,
      'outbox.decide',
      id,
      (tx, at) => ({
        value: messageId === undefined ? arrivedUnseen(tx, at, row) : arrivedAs(tx, at, row, messageId),
      }),
      logged,
    ),
  );
};

export const retryItem = (tx: Tx, at: number, id: string): void => {
  const row = getItem(tx, id);
  if (row.state !== 'failed') {
    throw new AppError('not-allowed', 'Only a message that certainly was not sent can be tried again.');
  }
  const in_reply_to = row.part === 1 ? newestVersion(tx, row) : row.in_reply_to;
  if (row.thread_id !== null) assertThere(tx, row.thread_id, in_reply_to);
  retryUploads(tx, id);
  putItem(tx, {
    ...row,
    in_reply_to,
    state: 'queued',
    state_at: at,
    not_before: at,
    code: null,
    reason: null,
    // The agent has the failure and the thread as it is now on screen: trying again is "send anyway".
    send_anyway: 1,
    ...(row.thread_id !== null && asItStands(tx, row.thread_id)),
  });
  holdRest(tx, row, null);
};

/** Certainly not sent; the parts after it wait. */
export const fail = (tx: Tx, row: OutboxRow, at: number, code: string, reason: string): void => {
  const failed = { ...row, state: 'failed' as const, state_at: at, code, reason };
  putItem(tx, failed);
  holdRest(tx, failed, heldBecause(failed));
};

const step = <T>(
  desk: Desk,
  op: string,
  id: string,
  body: (tx: Tx, at: number) => { value: T; inverse?: Inverse },
  input: object = {},
): { value: T; seq: number | null } => {
  assertMay(desk, 'thread.work');
  const { thread_id } = getItem(desk.db, id);
  const what = { op, by: desk.me, input: { id, ...input } };
  return operate(desk, thread_id === null ? what : { ...what, threadId: thread_id }, body);
};

const changed = ({ seq }: { seq: number | null }): Changed => ({ seq });

export const outboxInverses: Inverses = {
  'outbox.cancel': taking(z.object({ id: outboxId }), (tx, { id }, at) => void cancelItem(tx, at, id)),
  'outbox.undecide': taking(z.object({ id: outboxId }), (tx, { id }, at) => {
    const row = getItem(tx, id);
    if (row.state !== 'failed' || row.code !== 'lost') {
      throw new AppError('too-late', 'Something else has become of this message since.');
    }
    const reason = 'Not known whether it arrived. Checking with the network.';
    const doubtful = {
      ...row,
      state: 'uncertain' as const,
      state_at: at,
      code: null,
      reason,
      next_check_at: at,
    };
    putItem(tx, doubtful);
    holdRest(tx, doubtful, heldBecause(doubtful));
  }),
};
