import type { Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EscalationId } from '../../../shared/ids.ts';
import { checkNumber, maskNumbers } from '../../../shared/phone.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { getAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { findMessage } from '../messages.ts';
import { readSettings } from '../settings.ts';
import { assertNobodys } from '../threads/operations.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { assertCaller, assertMayCall, assertWindow, hold } from './change.ts';
import { countryOf } from './country.ts';
import { liveOf, phonesOf, putEscalation, putPhone } from './rows.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What a consent sets on a number, so that a slip taken back leaves it as it was. */
export type Consent = {
  message_id: string | null;
  consent_by: string;
  consent_at: number;
  expires_at: number;
};

/** The slip: a number the customer gave, their consent, and a promise to call. One promise per thread at a time. */
export const requestCall = (
  desk: Desk,
  input: Parsed<'phone.request'>,
): { seq: number; id: EscalationId } => {
  assertMayCall(desk);
  const { db, me } = desk;
  const thread = getThread(db, input.threadId);
  assertFree(desk, thread);
  assertWindow(input.fromAt, input.untilAt);
  if (input.assigneeId !== null) assertCaller(desk, input.assigneeId);
  if (input.messageId !== null) assertTheirs(db, thread, input.messageId);
  const settings = readSettings(db);
  const country = countryOf(settings);
  const number = checkNumber(input.number, country);
  if (!number) throw new AppError('bad-input', 'This is no telephone number. Nothing was requested.');

  const id = newId(desk) as EscalationId;
  const { threadId, messageId, fromAt, untilAt, lang, assigneeId } = input;
  const asked = { id, threadId, messageId, fromAt, untilAt, lang, assigneeId };
  const { seq } = operate(desk, { op: 'phone.request', by: me, threadId, input: asked }, (tx, at) => {
    const consent = {
      message_id: messageId,
      consent_by: me,
      consent_at: at,
      expires_at: at + settings.phoneKeptDays * dayMs,
    };
    const phone = keepNumber(tx, desk, thread.customer_id, number.e164, consent);
    putEscalation(tx, {
      id,
      thread_id: threadId,
      customer_id: thread.customer_id,
      phone_id: phone.id,
      state: 'requested',
      from_at: fromAt,
      until_at: untilAt,
      lang,
      summary: maskNumbers(input.summary.trim(), country),
      requested_by: me,
      requested_at: at,
      assignee_id: assigneeId,
      due_at: fromAt ?? at + settings.phoneDueMinutes * minuteMs,
      attempts: 0,
      ended_at: null,
      outcome: null,
      reminded_at: null,
    });
    const step = hold(tx, threadId);
    const inverse = { op: 'phone.takeBack', input: { id, phoneId: phone.id, was: phone.was, step } };
    return { value: null, inverse };
  });
  // A slip always writes: its row in `changes` is there.
  return { seq: seq ?? 0, id };
};

const assertFree = (desk: Desk, thread: ThreadRow): void => {
  if (thread.is_open === 0) {
    throw new AppError('not-allowed', 'This thread is resolved. Reopen it first.');
  }
  if (thread.assignee_id !== null && thread.assignee_id !== desk.me) assertNobodys(desk, thread);
  const live = liveOf(desk.db, thread.id);
  if (!live) return;
  const { name } = getAgent(desk.db, live.requested_by);
  throw new AppError(
    'not-allowed',
    `${name} has requested a call for this thread already. It is under Phones.`,
  );
};

/** The consent is in a message that this customer wrote. */
const assertTheirs = (db: Reader, thread: ThreadRow, messageId: string): void => {
  const message = findMessage(db, messageId);
  const isTheirs =
    message?.role === 'in' &&
    db.find(
      'SELECT 1 FROM identities WHERE id = ? AND customer_id = ?',
      message.author_id,
      thread.customer_id,
    ) !== undefined;
  if (!isTheirs) throw new AppError('bad-input', 'The consent must be in a message of this customer.');
};

/** A number they gave before is kept once, with the newest consent. */
export const keepNumber = (
  tx: Tx,
  desk: Desk,
  customerId: string,
  number: string,
  consent: Consent,
): { id: string; was: Consent | null } => {
  const known = phonesOf(tx, customerId).find((row) => row.number === number);
  if (known) {
    const { message_id, consent_by, consent_at, expires_at } = known;
    putPhone(tx, { ...known, ...consent });
    return { id: known.id, was: { message_id, consent_by, consent_at, expires_at } };
  }
  const id = newId(desk);
  const fresh = { forgotten_at: null, revealed_at: null, revealed_by: null };
  putPhone(tx, { id, customer_id: customerId, number, ...consent, ...fresh });
  return { id, was: null };
};
