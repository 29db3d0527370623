import { shell } from 'electron';
import { externalAddress } from './external-address.ts';

/** The only way out of the window. Throws `not-allowed` for anything but a plain web or mail address. */
export const openExternalSafe = async (url: string): Promise<void> => {
  await shell.openExternal(externalAddress(url));
};
