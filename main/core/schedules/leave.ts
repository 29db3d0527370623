import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { connectedAccounts } from '../accounts/rows.ts';
import { assertMay } from '../agents.ts';
import type { Chore } from '../chores.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { queueScheduled } from '../outbox/queue.ts';
import { readSettings } from '../settings.ts';
import { assertUnderCap, overCap } from './allowed.ts';
import { getSchedule, putSchedule, type ScheduleRow } from './rows.ts';
import { about, here } from './write.ts';

/** Said later than this it may no longer be right: a person looks at it first. */
const latestMs = 60 * 60_000;
const perTurn = 20;

/** What is approved and due leaves for the outbox, from the machine that was to send it; what may not says why. */
export const leaving: Chore = {
  name: 'schedule.leave',
  apartMs: 5_000,
  dueAt: ({ db, machine }) => {
    if (readSettings(db).schedules.stopped !== null) return Infinity;
    const sql = "SELECT min(at) AS at FROM schedules WHERE state = 'approved' AND machine = ?";
    return db.find<{ at: Ms | null }>(sql, machine)?.at ?? Infinity;
  },
  run(desk) {
    const due = desk.db.all<ScheduleRow>(
      "SELECT * FROM schedules WHERE state = 'approved' AND at <= ? AND machine = ? " +
        `ORDER BY at, id LIMIT ${perTurn}`,
      desk.now(),
      desk.machine,
    );
    for (const row of due) {
      const reason = whyHeld(desk.db, row, desk.now());
      if (reason === null) leave(desk, row, 'desk');
      else if (reason !== row.reason) hold(desk, row, reason);
    }
  },
};

/** At once: somebody has seen why it is held, or does not want to wait. It needs its approval all the same. */
export const sendNow = (desk: Desk, input: Parsed<'schedule.sendNow'>): Changed => {
  assertMay(desk, 'schedule.write');
  const row = here(desk, input);
  if (row.state !== 'approved') throw new AppError('not-allowed', 'A second person has to approve it first.');
  if (readSettings(desk.db).schedules.stopped !== null) {
    throw new AppError('not-allowed', 'Everything scheduled is stopped. It can leave when that is over.');
  }
  assertUnderCap(desk.db, row.account_id, desk.now(), row.id);
  return { seq: leave(desk, { ...row, at: desk.now() }, desk.me) };
};

/** Out of the plan and into the outbox in one transaction: a kill in between leaves it in one of the two. */
const leave = (desk: Desk, row: ScheduleRow, by: string): number | null =>
  operate(desk, { ...about(desk, row, 'schedule.leave'), by, input: { id: row.id } }, (tx, at) => {
    const outboxId = newId(desk);
    putSchedule(tx, {
      ...getSchedule(tx, row.id),
      at: row.at,
      state: 'queued',
      reason: null,
      outbox_id: outboxId,
    });
    const { account_id, thread_id, kind, text, agent_id, id: schedule_id, head_id, altered_seen } = row;
    queueScheduled(tx, at, {
      ...{ id: outboxId, account_id, thread_id, kind, text, agent_id, schedule_id, head_id, altered_seen },
      to_remote_id: null,
    });
    return { value: null };
  }).seq;

const hold = (desk: Desk, row: ScheduleRow, reason: string): void => {
  operate(desk, { ...about(desk, row, 'schedule.hold'), by: 'desk', input: { id: row.id } }, (tx) => {
    putSchedule(tx, { ...getSchedule(tx, row.id), reason });
    return { value: null };
  });
};

/** In words, or null when it may leave. */
const whyHeld = (db: Reader, row: ScheduleRow, now: Ms): string | null => {
  const account = connectedAccounts(db).find(({ id }) => id === row.account_id);
  if (!account) return 'Its account is no longer connected.';
  if (account.paused_because !== null) return `Its account is paused: ${account.paused_because}`;
  if (isTalking(db, row))
    return 'Held: its addressee waits for an answer. It leaves when that is given, or when you send it.';
  if (now - row.at > latestMs)
    return 'Not sent at its time: this machine was off, or it was held. Send it now, or give it another time.';
  return overCap(db, row.account_id, row.at, row.id);
};

/**
 * Somebody is at work for this customer, or should be: nothing that was written yesterday may come in between. Waiting for
 * the customer and snoozed threads are at rest, and a follow-up is just what they may be waiting for.
 */
const isTalking = (db: Reader, { to_identity_id, account_id }: ScheduleRow): boolean =>
  to_identity_id !== null &&
  db.find(
    'SELECT 1 FROM identities i JOIN threads t ON t.customer_id = i.customer_id AND t.account_id = ? ' +
      "WHERE i.id = ? AND t.is_open = 1 AND t.status NOT IN ('waiting-customer', 'snoozed') LIMIT 1",
    account_id,
    to_identity_id,
  ) !== undefined;

/** What this machine was to send within a day: asked before it is switched off. */
export const toLeaveSoon = ({ db, machine, now }: Pick<Desk, 'db' | 'machine' | 'now'>): { at: Ms }[] =>
  db.all<{ at: Ms }>(
    "SELECT at FROM schedules WHERE state = 'approved' AND machine = ? AND at <= ? ORDER BY at",
    machine,
    now() + 24 * 3_600_000,
  );
