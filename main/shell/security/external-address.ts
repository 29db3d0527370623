import { AppError } from '../../../shared/errors.ts';

/**
 * What may be handed to the system's browser: https (and http, which a browser upgrades or warns about) without a user
 * name, and mailto. The host comes back in punycode, so that a look-alike letter cannot hide.
 * Throws `not-allowed` for everything else.
 */
export const externalAddress = (url: string): string => {
  const address = URL.canParse(url) ? new URL(url) : null;
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:';
  const isPlain = address !== null && address.username === '' && address.password === '';
  if (address && isPlain && ((isWeb && address.hostname !== '') || address.protocol === 'mailto:')) {
    return address.href;
  }
  throw new AppError('not-allowed', 'Earshot does not open this kind of link.');
};
