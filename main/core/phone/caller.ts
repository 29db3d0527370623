import type { CustomerId, ThreadId } from '../../../shared/ids.ts';
import type { IncomingCall } from '../../../shared/model.ts';
import { masked } from '../../../shared/phone-mask.ts';
import { checkNumber } from '../../../shared/phone.ts';
import { may } from '../../../shared/roles.ts';
import { getAgentRow } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { readSettings } from '../settings.ts';
import { countryOf } from './country.ts';

/** What is known of a call before anybody asks who it is. */
export type Ring = Pick<IncomingCall, 'id' | 'at' | 'rangAt'> & { from: string };

/**
 * Whoever gave this number, and the thread to go on with, as the person before the window may see it. A look, no
 * operation: a ringing telephone changes nothing.
 */
export const whoCalls = (
  { db, me }: Pick<Desk, 'db' | 'me'>,
  { from, id, at, rangAt }: Ring,
): IncomingCall => {
  const number = checkNumber(from, countryOf(readSettings(db)));
  if (!number) return { id, at, rangAt, shown: from, isNumber: false, country: null, caller: null };
  const { e164, country } = number;
  const found = db.find<{ customer: CustomerId; thread: ThreadId; name: string; handle: string }>(
    'SELECT t.customer_id AS customer, t.id AS thread, i.name, i.handle FROM phones p ' +
      'JOIN threads t ON t.customer_id = p.customer_id JOIN identities i ON i.id = t.identity_id ' +
      'WHERE p.number = ? AND p.forgotten_at IS NULL ORDER BY t.is_open DESC, t.last_at DESC LIMIT 1',
    e164,
  );
  const isShown = !found && may(getAgentRow(db, me).role, 'number.reveal');
  return {
    id,
    at,
    rangAt,
    shown: isShown ? number.shown : masked(e164),
    isNumber: true,
    country,
    caller: found
      ? { customerId: found.customer, threadId: found.thread, name: found.name, handle: found.handle }
      : null,
  };
};
