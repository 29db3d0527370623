import type { CustomerId, ThreadId } from '../../../shared/ids.ts';
import type { IncomingCall } from '../../../shared/model.ts';
import { masked } from '../../../shared/phone-mask.ts';
import { checkNumber, readable } from '../../../shared/phone.ts';
import { newId, type Desk } from '../desk.ts';
import { readSettings } from '../settings.ts';
import { countryOf } from './country.ts';

/** Whoever gave this number, and the thread to go on with. A look, no operation: a ringing telephone changes nothing. */
export const whoCalls = (desk: Desk, from: string): IncomingCall => {
  const country = countryOf(readSettings(desk.db));
  const number = checkNumber(from, country)?.e164;
  const call = { id: newId(desk), at: desk.now() };
  if (number === undefined) return { ...call, shown: from, caller: null };
  const found = desk.db.find<{ customer: CustomerId; thread: ThreadId; name: string; handle: string }>(
    'SELECT t.customer_id AS customer, t.id AS thread, i.name, i.handle FROM phones p ' +
      'JOIN threads t ON t.customer_id = p.customer_id JOIN identities i ON i.id = t.identity_id ' +
      'WHERE p.number = ? AND p.forgotten_at IS NULL ORDER BY t.is_open DESC, t.last_at DESC LIMIT 1',
    number,
  );
  if (!found) return { ...call, shown: readable(number), caller: null };
  const { customer, thread, name, handle } = found;
  return { ...call, shown: masked(number), caller: { customerId: customer, threadId: thread, name, handle } };
};
