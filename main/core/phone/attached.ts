import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getPhone, putPhone } from './rows.ts';

/** Apart from what attaches: reading numbers needs tables that a start does without. */
export const attachInverses: Inverses = {
  'phone.detach': taking(
    z.object({
      id: z.string(),
      was: z
        .object({
          message_id: z.string().nullable(),
          consent_by: z.string(),
          consent_at: z.number(),
          expires_at: z.number(),
        })
        .nullable(),
      consentAt: z.number(),
    }),
    (tx, { id, was, consentAt }, at) => {
      const phone = getPhone(tx, id);
      const isPromised = tx.find('SELECT 1 FROM escalations WHERE phone_id = ? AND ended_at IS NULL', id);
      // Forgotten meanwhile, agreed to anew, or about to be called: no longer only what was attached.
      if (phone.forgotten_at !== null || phone.consent_at !== consentAt || (was === null && isPromised)) {
        throw new AppError('moved-on', 'This number is in use since. It stays where it is.');
      }
      putPhone(tx, was ? { ...phone, ...was } : { ...phone, number: '', forgotten_at: at });
    },
  ),
};
