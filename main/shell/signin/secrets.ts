import path from 'node:path';
import { safeStorage } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { SecretBox, Secrets } from '../../providers/provider.ts';
import { readJson, writeJson } from '../json-file.ts';

type Stored = Record<string, string>;

/** Tokens at rest: encrypted by the operating system's keychain, one entry per account. */
export type SecretStore = {
  has(accountId: string): boolean;
  box(accountId: string): SecretBox;
};

export const openSecretStore = (folder: string): SecretStore => {
  const file = path.join(folder, 'sign-ins.json');
  const all = (): Stored => readJson<Stored>(file) ?? {};
  return {
    has: (accountId) => Object.hasOwn(all(), accountId),
    box: (accountId) => ({
      read: async () => {
        const sealed = all()[accountId];
        if (sealed === undefined) throw new AppError('auth', 'This machine has no sign-in for this account.');
        return JSON.parse(safeStorage.decryptString(Buffer.from(sealed, 'base64'))) as Secrets;
      },
      write: async (secrets) => {
        assertKeyring();
        const sealed = safeStorage.encryptString(JSON.stringify(secrets)).toString('base64');
        writeJson(file, { ...all(), [accountId]: sealed });
      },
    }),
  };
};

/** Gone with this run: for practice, and for an agent who agreed to it where there is no keyring. */
export const memoryBox = (first: Secrets): SecretBox => {
  let held = first;
  return {
    read: async () => held,
    write: async (next) => {
      held = next;
    },
  };
};

/** Throws `no-keyring`. On Linux the plain-text fallback counts as none: we ask, we never fall back silently. */
export const assertKeyring = (): void => {
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  if (safeStorage.isEncryptionAvailable() && !isPlain) return;
  throw new AppError(
    'no-keyring',
    'This machine has no keyring (such as GNOME Keyring or KWallet) to keep the sign-in safe. ' +
      'You can go on for this run only; after a restart you sign in again.',
  );
};
