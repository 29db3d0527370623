import type { Keeping } from '../../shared/api/accounts.ts';
import type { AccountDirection, AccountState, DirectionState } from '../../shared/model.ts';
import type { Shape } from '../ui/mark.tsx';

/** What each direction is, in the terms of who works with it. */
export const directionWords: Record<AccountDirection, string> = {
  'read-posts': 'Read mentions',
  'read-directs': 'Read direct messages',
  'write-posts': 'Reply in public',
  'write-directs': 'Send direct messages',
};

export const stateWords: Record<DirectionState['state'], string> = {
  works: 'works',
  refused: 'refused',
  unknown: 'not tried yet',
};

/** Colour is never the only sign. */
export const stateShapes: Record<DirectionState['state'], Shape> = {
  works: 'fine',
  refused: 'breached',
  unknown: 'soon',
};

/** What is not as it should be, for a title: "Send direct messages: refused, X does not allow it". Empty: all is well. */
export const directionsInWords = (directions: readonly DirectionState[]): string =>
  directions
    .filter(({ state }) => state === 'refused')
    .map(
      ({ direction, reason }) =>
        `${directionWords[direction]}: refused${reason === null ? '' : `, ${reason}`}`,
    )
    .join(' ');

/** What the app asks for, why, in the order of X's own page. */
export const permissions: readonly { scopes: string; why: string }[] = [
  { scopes: 'tweet.read, users.read', why: 'Mentions come in, with who wrote them and what they answer.' },
  { scopes: 'tweet.write', why: 'Your answers go out. Nothing is posted that nobody sent.' },
  { scopes: 'dm.read', why: 'Direct messages to the brand stand in the same thread.' },
  { scopes: 'dm.write', why: 'You can answer them.' },
  { scopes: 'media.write', why: 'Pictures and videos can go with an answer.' },
  { scopes: 'offline.access', why: 'You sign in once, not every two hours.' },
];

export const keptWords: Record<Keeping, string> = {
  keyring: 'Sign-in in the keyring of this machine',
  passphrase: 'Sign-in behind a passphrase on this machine',
  run: 'Sign-in for this run only',
};

/** The account a person most likely means: the open thread's, one that stands still, the only one. */
export const accountMeant = (
  accounts: readonly AccountState[],
  ofThread: string | undefined,
): AccountState | undefined =>
  accounts.find(({ account }) => account.id === ofThread) ??
  accounts.find(({ account }) => account.pausedBecause !== null) ??
  (accounts.length === 1 ? accounts[0] : undefined);

/** Of the network's day (UTC): "0.12 USD today". Null: nothing yet. */
export const spentWords = (micros: number): string | null =>
  micros === 0 ? null : `${(micros / 1_000_000).toFixed(2)} USD today (UTC)`;
