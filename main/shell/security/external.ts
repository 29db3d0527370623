import { shell } from 'electron';
import { externalAddress } from './external-address.ts';
import { telephoneAddress, type Line } from './telephone-address.ts';

/** The only way out of the window. Throws `not-allowed` for anything but a plain web or mail address. */
export const openExternalSafe = async (url: string): Promise<void> => {
  await shell.openExternal(externalAddress(url));
};

/** The same for a number of this desk, which goes to the softphone. */
export const callSafe = async (number: string, line: Line): Promise<void> => {
  await shell.openExternal(telephoneAddress(number, line));
};
