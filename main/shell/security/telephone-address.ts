import { AppError } from '../../../shared/errors.ts';
import { e164Pattern } from '../../../shared/phone-mask.ts';

/** How this machine's softphone is spoken to. */
export type Line = { scheme: 'tel' | 'sip'; host: string };

/**
 * What may be handed to a softphone: one number, nothing else. The window never names it; it comes from the desk.
 * Throws `not-allowed` for anything but a whole international number.
 */
export const telephoneAddress = (number: string, { scheme, host }: Line): string => {
  if (!e164Pattern.test(number)) throw new AppError('not-allowed', 'This is no number to call.');
  return scheme === 'sip' && host !== '' ? `sip:${number}@${host}` : `${scheme}:${number}`;
};
