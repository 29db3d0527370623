import { safeStorage } from 'electron';
import { AppError } from '../../../shared/errors.ts';

/** On Linux the plain-text fallback counts as none: we ask, we never fall back silently. */
export const hasKeyring = (): boolean => {
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return safeStorage.isEncryptionAvailable() && !isPlain;
};

/** Throws `no-keyring`. */
export const assertKeyring = (): void => {
  if (hasKeyring()) return;
  throw new AppError(
    'no-keyring',
    'This machine has no keyring (such as GNOME Keyring or KWallet) to keep the sign-in safe. ' +
      'Choose where it goes instead: nothing is written without your word.',
  );
};
