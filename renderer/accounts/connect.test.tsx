import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SignIns } from '../../shared/api/accounts.ts';
import { AppError } from '../../shared/errors.ts';
import { blank, get, set } from '../store/desk.ts';
import { account, accountId } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Connect } from './connect.tsx';
import { whyNotKept } from './keeping.tsx';

let door: FakeDoor;
let signIns: SignIns;
let answer: () => Promise<{ accountId: typeof accountId; handle: string }>;
const user = userEvent.setup();

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  signIns = { hasKeyring: true, file: 'none' };
  answer = () => Promise.resolve({ accountId, handle: 'hallammobile' });
  door = fakeDoor([], [], {
    'signIns.read': () => signIns,
    'account.connect': () => answer(),
    'account.reauthorise': () => answer(),
    'account.cancelConnect': () => null,
    'account.details': () => ({
      ...{ clientId: 'known-app', keptIn: 'keyring' as const },
      ...{ openThreads: 0, messages: 0, unsent: 0, doubtful: 0 },
    }),
  });
  window.earshot = door;
  set({ ...blank(), overlay: 'connect' });
});
afterEach(cleanup);

const press = (name: string): Promise<void> => user.click(screen.getByRole('button', { name }));
const shown = async (): Promise<HTMLInputElement> => {
  render(<Connect />);
  return screen.findByLabelText<HTMLInputElement>('Client ID');
};

it('asks nothing about keeping where there is a keyring', async () => {
  await user.type(await shown(), ' our-app ');
  expect(screen.queryByText(/no keyring/u)).toBeNull();
  await press('Continue in the browser');
  await screen.findByText(/is connected/u);
  expect(door.askedFor('account.connect')).toEqual([{ clientId: 'our-app', keepIn: 'keyring' }]);
});

it('goes on only with a passphrase that was typed twice alike, or for this run', async () => {
  signIns = { hasKeyring: false, file: 'none' };
  await user.type(await shown(), 'our-app');
  await press('Continue in the browser');
  expect(screen.getByRole('alert').textContent).toContain('8 characters');
  await user.type(screen.getByLabelText('Passphrase'), 'correct horse');
  await user.type(screen.getByLabelText('Once more'), 'correct house');
  await press('Continue in the browser');
  expect(screen.getByRole('alert').textContent).toContain('not the same');
  expect(door.askedFor('account.connect')).toEqual([]);
  await user.click(screen.getByLabelText(/For this run only/u));
  await press('Continue in the browser');
  await screen.findByText(/is connected/u);
  // What was typed for a file that was not chosen stays in the window.
  expect(door.askedFor('account.connect')).toEqual([{ clientId: 'our-app', keepIn: 'run' }]);
});

it('shows the address while it waits, cancels, and says why it failed', async () => {
  answer = () => new Promise(() => undefined);
  await user.type(await shown(), 'our-app');
  await press('Continue in the browser');
  door.emit('account.signIn', { address: 'https://x.com/i/oauth2/authorize?a=b', isBrowserOpen: false });
  const field = await screen.findByLabelText<HTMLInputElement>('Address of the sign-in');
  expect(field.value).toBe('https://x.com/i/oauth2/authorize?a=b');
  expect(screen.getByText(/No browser could be opened/u)).toBeTruthy();
  await press('Cancel');
  expect(door.askedFor('account.cancelConnect')).toHaveLength(1);

  answer = () => Promise.reject(new AppError('auth', 'The sign-in was refused on the page of X.'));
  await user.type(await screen.findByLabelText('Client ID'), 'our-app');
  await press('Continue in the browser');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('refused on the page'));
});

it('left while it waits, waits no more', async () => {
  answer = () => new Promise(() => undefined);
  await user.type(await shown(), 'our-app');
  await press('Continue in the browser');
  cleanup();
  expect(door.askedFor('account.cancelConnect')).toHaveLength(1);
});

it('signs the same account in again with the app that is known', async () => {
  const paused = account({ pausedBecause: 'X no longer accepts the sign-in.' });
  set({
    accounts: [{ account: paused, streams: [], quarantined: 0, directions: [], spentMicros: 0 }],
    reauthorising: accountId,
  });
  const field = await shown();
  await waitFor(() => expect(field.value).toBe('known-app'));
  expect(screen.getByText(/Its threads, queue and drafts stay/u)).toBeTruthy();
  await press('Continue in the browser');
  await screen.findByText(/is connected/u);
  expect(door.askedFor('account.reauthorise')).toEqual([
    { accountId, clientId: 'known-app', keepIn: 'keyring' },
  ]);
  cleanup();
  expect(get().reauthorising).toBeNull();
});

it('asks for the passphrase of a file that is there, not for a new one', () => {
  const kept = { keepIn: 'passphrase' as const, passphrase: 'correct horse', again: '' };
  expect(whyNotKept(kept, { hasKeyring: false, file: 'locked' })).toBeNull();
  expect(whyNotKept(kept, { hasKeyring: false, file: 'none' })).toContain('not the same');
  expect(whyNotKept({ ...kept, passphrase: '' }, { hasKeyring: false, file: 'open' })).toBeNull();
  expect(whyNotKept({ ...kept, passphrase: 'short' }, { hasKeyring: false, file: 'locked' })).toContain('8');
});
