import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { Charge, Connection } from '../../providers/provider.ts';
import { operate, type Desk } from '../desk.ts';
import { spend } from '../poller/spending.ts';
import { createPorter, marginMs } from '../uploads/porter.ts';
import { dropFilesOf } from '../uploads/sweep.ts';
import { createPause, jumpMs, type Pause } from './pause.ts';
import { readBack } from './read-back.ts';
import { decide } from './reconcile.ts';
import { getItem } from './rows.ts';
import { attempt, inTheAir, recover } from './send.ts';

/** One thing that is done again and again, when it is due; several go on beside each other. */
export type Duty = { dueAt(): Ms; step(): Promise<void> };

/** Sends one account's queue, one item at a time, settles what is uncertain, and hands over what is attached. */
export type Courier = {
  /** Each in a lane of its own: neither a film on its way up nor a slow reading delays an answer. */
  readonly duties: readonly Duty[];
  /** Epoch ms of the next thing to do; Infinity when the outbox is empty. Ask only while no step is under way. */
  dueAt(): Ms;
  /** All that is due, one after the other. */
  step(): Promise<void>;
  /** What may be broken off is broken off, and goes on at the next start. */
  stop(): void;
};

type Around = {
  refused(reason: string): void;
  /** Something has left. */
  sent?: () => void;
  /** What this thread's answer was to is not at the network any more. */
  targetGone?: (threadId: string) => void;
  /** Something was done that another duty may have waited for: a film is up, an answer surely absent. */
  stirred?: () => void;
};

/** How soon an uncertain item is looked for again when the reading itself failed. */
const rereadMs = 15_000;

export const createCourier = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  { refused, sent = () => {}, targetGone = () => {}, stirred = () => {} }: Around,
): Courier => {
  const spent = (cost: readonly Charge[]): void => {
    if (cost.every(({ micros }) => micros === 0)) return;
    operate(desk, { op: 'account.spend', by: 'x', input: { accountId } }, (tx, at) => {
      spend(tx, accountId, at, cost);
      return { value: null };
    });
  };
  const porter = createPorter(desk, accountId, connection, { refused, spent });
  const duties: Duty[] = [
    porter,
    createSending(desk, accountId, connection, { refused, spent, sent, targetGone }),
    createChecking(desk, accountId, connection, { refused, spent }),
  ].map(({ dueAt, step }) => ({ dueAt, step: () => step().then(stirred) }));
  return {
    duties,
    dueAt: () => Math.min(...duties.map((duty) => duty.dueAt())),
    async step() {
      for (const duty of duties) if (duty.dueAt() <= desk.now()) await duty.step();
    },
    stop: () => porter.stop(),
  };
};

type Events = { refused(reason: string): void; spent(cost: readonly Charge[]): void };

const createSending = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  { refused, spent, sent, targetGone }: Events & { sent(): void; targetGone(threadId: string): void },
): Duty => {
  /** A limit holds what it is for; an outage holds everything. */
  const paused: Record<MessageKind, Pause> = { post: createPause(desk.now), dm: createPause(desk.now) };
  const kinds = ['post', 'dm'] as const;

  const due = (): (Due & { kind: MessageKind })[] =>
    kinds
      .flatMap((kind) => {
        const next = nextOf(desk, accountId, kind);
        return next ? [{ ...next, kind, due: Math.max(next.due, paused[kind].until()) }] : [];
      })
      .toSorted((a, b) => a.due - b.due);

  return {
    dueAt: () => (inTheAir(desk.db, accountId).length > 0 ? desk.now() : (due()[0]?.due ?? Infinity)),
    async step() {
      recover(desk, accountId);
      const [next] = due();
      if (!next || next.due > desk.now()) return;
      const { kind, pauseUntil, isOutage, isTargetGone, auth, cost } = await attempt(
        desk,
        connection,
        next.id,
      );
      for (const one of isOutage ? kinds : [next.kind]) paused[one].set(pauseUntil ?? 0);
      if (kind === 'sent') {
        dropFilesOf(desk, next.id);
        spent(cost);
        sent();
      }
      const { thread_id } = getItem(desk.db, next.id);
      if (isTargetGone && thread_id !== null) targetGone(thread_id);
      if (auth !== null) refused(auth);
    },
  };
};

const createChecking = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  { refused, spent }: Events,
): Duty => {
  const rest = createPause(desk.now);
  const next = (): Due | undefined =>
    desk.db.find<Due>(
      'SELECT id, CASE WHEN state_at > ? THEN 0 ELSE next_check_at END AS due FROM outbox ' +
        "WHERE state = 'uncertain' AND account_id = ? ORDER BY due, id LIMIT 1",
      desk.now() + jumpMs,
      accountId,
    );
  return {
    dueAt() {
      const check = next();
      return check ? Math.max(check.due, rest.until()) : Infinity;
    },
    async step() {
      const check = next();
      if (!check || Math.max(check.due, rest.until()) > desk.now()) return;
      const { isComplete, retryAt, auth, cost } = await readBack(desk, connection, check.id);
      spent(cost);
      if (isComplete) {
        decide(desk, check.id);
        if (getItem(desk.db, check.id).state === 'sent') dropFilesOf(desk, check.id);
      } else rest.set(Math.max(retryAt ?? 0, desk.now() + rereadMs));
      if (auth !== null) refused(auth);
    },
  };
};

type Due = { id: string; due: Ms };

/** The next that may leave; what was queued before the clock was set back has waited long enough. */
const nextOf = (desk: Desk, accountId: string, kind: MessageKind): Due | undefined => {
  const now = desk.now();
  const ahead = desk.db.find<Due>(
    `SELECT o.id, 0 AS due FROM outbox o INDEXED BY outbox_by_state WHERE ${mayLeave} AND o.state_at > ? ORDER BY o.queued_at, o.part, o.id LIMIT 1`,
    ...[accountId, kind, now + marginMs, now + jumpMs],
  );
  return (
    ahead ??
    desk.db.find<Due>(
      `SELECT o.id, o.not_before AS due FROM outbox o INDEXED BY outbox_queue WHERE ${mayLeave} ORDER BY o.not_before, o.queued_at, o.part, o.id LIMIT 1`,
      ...[accountId, kind, now + marginMs],
    )
  );
};

/** The part before it is at the network, and so is everything that is attached to it. */
const mayLeave =
  "o.state = 'queued' AND o.account_id = ? AND o.kind = ? " +
  "AND (o.after_id IS NULL OR EXISTS (SELECT 1 FROM outbox b WHERE b.id = o.after_id AND b.state = 'sent')) " +
  "AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.outbox_id = o.id AND u.state <> 'removed' " +
  "AND (u.state <> 'uploaded' OR u.expires_at <= ?))";
