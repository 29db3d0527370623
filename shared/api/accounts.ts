import { z } from 'zod';
import { accountId, type AccountId } from '../ids.ts';
import type { Account, DirectionState, Ms } from '../model.ts';
import { proxySettings, type ProxyState } from '../proxy.ts';
import { passphraseLeast } from '../sign-in.ts';
import { gives, nothing, request } from './request.ts';

/** Where the tokens of a sign-in go. Nothing of it is ever written unsealed. */
export const keepings = ['keyring', 'passphrase', 'run'] as const;
export type Keeping = (typeof keepings)[number];

const clientId = z.string().trim().min(1).max(200);
const passphrase = z.string().max(200);

const kept = {
  keepIn: z.enum(keepings).default('keyring'),
  /** Opens the file of `passphrase`, or begins it. */
  passphrase: passphrase.min(passphraseLeast).optional(),
};

/** What the core answers of the accounts. */
export const accountRequests = {
  'account.refresh': request(z.object({ accountId: accountId.optional() }), gives<null>()),
  /** Tries each direction anew, as far as that can be done without anybody seeing it. */
  'account.probe': request(z.object({ accountId }), gives<{ directions: DirectionState[] }>()),
  /** Accounts that were removed: their history can be read, or is being deleted. */
  'account.archives': request(nothing, gives<{ archives: Archive[] }>()),
  /** Deletes an archive that was kept. `handle` is typed by hand. */
  'account.erase': request(z.object({ accountId, handle: z.string().max(60) }), gives<null>()),
};

/** What the shell answers: it has the browser, the keyring and the proxy. */
export const signInRequests = {
  'account.connect': request(z.object({ clientId, ...kept }), gives<Connected>()),
  /** The same account signs in again: its history, queue and drafts stay. Without `clientId` the app known is meant. */
  'account.reauthorise': request(
    z.object({ accountId, clientId: clientId.optional(), ...kept }),
    gives<Connected>(),
  ),
  'account.cancelConnect': request(nothing, gives<null>()),
  /** Reads and sends again, with the sign-in that is kept. */
  'account.resume': request(z.object({ accountId }), gives<null>()),
  'account.remove': request(
    z.object({
      accountId,
      archive: z.enum(['keep', 'delete']),
      openThreads: z.enum(['keep', 'close']).default('keep'),
      /** Typed by hand; asked for only when everything is deleted. */
      handle: z.string().max(60).optional(),
    }),
    gives<{ isSignedOut: boolean }>(),
  ),
  'account.details': request(z.object({ accountId }), gives<AccountDetails>()),
  'signIns.read': request(nothing, gives<SignIns>()),
  /** Throws `auth` when the passphrase does not fit. */
  'signIns.unlock': request(z.object({ passphrase }), gives<{ accounts: number }>()),
  'proxy.read': request(nothing, gives<ProxyState>()),
  /** `password`: absent, it stays as it is; empty, there is none any more. */
  'proxy.save': request(
    z.object({ proxy: proxySettings, password: z.string().max(400).optional() }),
    gives<ProxyState>(),
  ),
  /** One connection to the network, through whatever stands in between. */
  'proxy.try': request(nothing, gives<{ via: string }>()),
};

export type SignInRequest = keyof typeof signInRequests;

export type Connected = { accountId: AccountId; handle: string };

export type AccountDetails = {
  clientId: string | null;
  /** Null: this machine has no sign-in for it. */
  keptIn: Keeping | null;
  openThreads: number;
  /** Counting stops at a hundred thousand. */
  messages: number;
  /** Not sent yet: they become drafts again when the account is removed. */
  unsent: number;
  /** On their way, or nobody knows: they stand in the way of removing. */
  doubtful: number;
};

export type Archive = {
  account: Account;
  removedAt: Ms;
  /** What is still here, in threads. */
  threads: number;
  isBeingErased: boolean;
};

export type SignIns = {
  hasKeyring: boolean;
  /** The file behind a passphrase. */
  file: 'none' | 'locked' | 'open';
};

/** Told to the window that asked for a sign-in: where the browser was sent. */
export type SignInBegan = {
  address: string;
  /** The system opened a browser, as far as it says. */
  isBrowserOpen: boolean;
};
