import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountState, StreamState } from '../../shared/model.ts';
import { blank, get, set } from '../store/desk.ts';
import { account, accountId, agent } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Connection } from './connection.tsx';

const stream = (over: Partial<StreamState> = {}): StreamState => ({
  stream: 'mentions',
  asOf: 1000,
  nextAt: null,
  callsLeft: 212,
  callsLimit: 300,
  day: null,
  isSlow: false,
  trouble: null,
  ...over,
});
const state = (over: Partial<AccountState> = {}): AccountState => ({
  account: account(),
  streams: [stream()],
  directions: [],
  spentMicros: 120_000,
  quarantined: 0,
  ...over,
});
let door: FakeDoor;

const show = (over: Partial<AccountState>): string =>
  render(<Connection state={state(over)} />).container.textContent ?? '';

beforeEach(() => {
  door = fakeDoor();
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: agent() }, true);
});
afterEach(cleanup);

it('tells what the day has cost, and of the 24 hours only where the network keeps such a window', () => {
  expect(show({})).toContain('0.12 USD today (UTC)');
  expect(screen.queryByRole('columnheader', { name: 'In 24 hours' })).toBeNull();
  cleanup();
  const day = { left: 80, limit: 100, resetAt: Date.now() + 1000 };
  expect(show({ streams: [stream({ day })] })).toContain('80 of 100 until');
});

it('says under a stream what is wrong with it, or that it is slow', () => {
  expect(show({ streams: [stream({ trouble: 'Can’t reach the network.' })] })).toContain(
    'Can’t reach the network.',
  );
  cleanup();
  expect(show({ streams: [stream({ isSlow: true })] })).toContain('X is slow to answer');
  cleanup();
  const said = show({ account: account({ pausedBecause: 'Sign in again.' }), streams: [stream()] });
  expect(said).toContain('Paused: Sign in again.');
  expect(screen.getByRole('cell', { name: 'paused' })).toBeTruthy();
});

it('shows why messages could not be read, and reads them again', async () => {
  door.handlers['quarantine.list'] = () => ({
    items: [
      {
        id: 'q1',
        stream: 'mentions',
        remoteId: '7',
        reason: 'It has no author.',
        receivedAt: 1000,
        triedWith: null,
      },
    ],
    count: 1,
  });
  door.handlers['quarantine.retry'] = () => ({ read: 1, left: 0 });
  show({ quarantined: 1 });
  expect(await screen.findByText(/It has no author\./u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Read them again' }));
  expect(door.askedFor('quarantine.retry')).toEqual([{ accountId }]);
  expect(get().notices.at(-1)?.text).toContain('1 message could be read now');
});
