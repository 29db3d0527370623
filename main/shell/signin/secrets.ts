import path from 'node:path';
import { safeStorage } from 'electron';
import type { Keeping } from '../../../shared/api/accounts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SecretBox, Secrets } from '../../providers/provider.ts';
import { readJson, writeJson } from '../json-file.ts';
import { assertKeyring } from './keyring.ts';
import { openLockedFile, type LockedFile } from './locked-file.ts';

type Stored = Record<string, string>;

/** Tokens, one entry per account, in one of three places: sealed by the keyring, behind a passphrase, or in memory. */
export type SecretStore = {
  keptIn(accountId: string): Keeping | null;
  /** A fresh sign-in goes there; boxes of an earlier one write nothing any more. Throws `no-keyring`, or `auth` while locked. */
  put(accountId: string, where: Keeping, secrets: Secrets): void;
  /** What is kept. One box per account and sign-in, for whoever holds it renews the tokens: two would kill each other's. */
  box(accountId: string): SecretBox;
  /** Gone from all three. */
  forget(accountId: string): void;
  /** The file behind a passphrase. */
  file: Pick<LockedFile, 'state' | 'unlock' | 'names'>;
};

export const openSecretStore = (folder: string): SecretStore => {
  const file = path.join(folder, 'sign-ins.json');
  const locked = openLockedFile(path.join(folder, 'sign-ins.locked.json'));
  const held = new Map<string, Secrets>();
  const all = (): Stored => readJson<Stored>(file) ?? {};
  const keptIn = (accountId: string): Keeping | null => {
    if (held.has(accountId)) return 'run';
    if (Object.hasOwn(all(), accountId)) return 'keyring';
    return locked.has(accountId) ? 'passphrase' : null;
  };
  const removeSealed = (accountId: string): void => {
    const { [accountId]: _gone, ...rest } = all();
    if (_gone !== undefined) writeJson(file, rest);
  };

  const read = (accountId: string): Secrets => {
    switch (keptIn(accountId)) {
      case 'run':
        return held.get(accountId) as Secrets;
      case 'keyring':
        return JSON.parse(
          safeStorage.decryptString(Buffer.from(all()[accountId] ?? '', 'base64')),
        ) as Secrets;
      case 'passphrase':
        return JSON.parse(locked.read(accountId)) as Secrets;
      case null:
        throw new AppError('auth', 'This machine has no sign-in for this account.');
    }
  };

  const write = (accountId: string, where: Keeping, secrets: Secrets): void => {
    if (where === 'run') held.set(accountId, secrets);
    if (where === 'keyring') {
      assertKeyring();
      const sealed = safeStorage.encryptString(JSON.stringify(secrets)).toString('base64');
      writeJson(file, { ...all(), [accountId]: sealed });
    }
    if (where === 'passphrase') locked.write(accountId, JSON.stringify(secrets));
    // Only once the new place has it: an account is never between two places.
    if (where !== 'run') held.delete(accountId);
    if (where !== 'keyring') removeSealed(accountId);
    if (where !== 'passphrase') locked.remove(accountId);
  };

  const boxes = new Map<string, SecretBox>();
  const newBox = (accountId: string): SecretBox => {
    const box: SecretBox = {
      read: async () => read(accountId),
      // A rotation goes where the sign-in is kept. One that was under way while somebody signed in anew, or the account was
      // removed, must not bring its tokens back.
      write: async (secrets) => {
        const where = keptIn(accountId);
        if (where === null || boxes.get(accountId) !== box) {
          throw new AppError('auth', 'This sign-in is not the one that is kept any more.');
        }
        write(accountId, where, secrets);
      },
    };
    boxes.set(accountId, box);
    return box;
  };

  return {
    keptIn,
    put(accountId, where, secrets) {
      write(accountId, where, secrets);
      boxes.delete(accountId);
    },
    box: (accountId) => boxes.get(accountId) ?? newBox(accountId),
    forget(accountId) {
      boxes.delete(accountId);
      held.delete(accountId);
      removeSealed(accountId);
      locked.remove(accountId);
    },
    file: locked,
  };
};

/** Gone with this run: for practice, and for tokens that nobody has decided about yet. */
export const memoryBox = (first: Secrets): SecretBox => {
  let held = first;
  return {
    read: async () => held,
    write: async (next) => {
      held = next;
    },
  };
};
