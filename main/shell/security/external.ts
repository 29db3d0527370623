import { shell } from 'electron';
import { AppError } from '../../../shared/errors.ts';

/** The only way out of the window. Throws `not-allowed` for anything but a plain web or mail address. */
export const openExternalSafe = async (url: string): Promise<void> => {
  await shell.openExternal(externalAddress(url));
};

/**
 * What may be handed to the system's browser: https (and http, which a browser upgrades or warns about) without a user
 * name, and mailto. The host comes back in punycode, so that a look-alike letter cannot hide.
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
