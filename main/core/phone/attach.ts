import type { Parsed } from '../../../shared/api.ts';
import type { Changed } from '../../../shared/api/request.ts';
import { AppError } from '../../../shared/errors.ts';
import { checkNumber } from '../../../shared/phone.ts';
import { operate, type Desk } from '../desk.ts';
import { readSettings } from '../settings.ts';
import { getThread } from '../threads/rows.ts';
import { assertMayCall } from './change.ts';
import { countryOf } from './country.ts';
import { keepNumber } from './request.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Whoever rang turned out to be the customer of this thread, and agreed that their number is kept. It is kept as long as
 * one from a slip, and nobody has promised to call.
 */
export const attachNumber = (desk: Desk, { threadId, number: typed }: Parsed<'phone.attach'>): Changed => {
  assertMayCall(desk);
  const { db, me } = desk;
  const { customer_id: customerId } = getThread(db, threadId);
  const settings = readSettings(db);
  const number = checkNumber(typed, countryOf(settings));
  if (!number) throw new AppError('bad-input', 'This is no telephone number. Nothing was kept.');
  const { seq } = operate(desk, { op: 'phone.attach', by: me, threadId, input: { threadId } }, (tx, at) => {
    const consent = {
      message_id: null,
      consent_by: me,
      consent_at: at,
      expires_at: at + settings.phoneKeptDays * dayMs,
    };
    const { id, was } = keepNumber(tx, desk, customerId, number.e164, consent);
    return { value: null, inverse: { op: 'phone.detach', input: { id, was, consentAt: at } } };
  });
  return { seq };
};
