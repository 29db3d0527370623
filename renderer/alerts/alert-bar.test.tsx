import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AlertId } from '../../shared/ids.ts';
import type { Alert } from '../../shared/model.ts';
import { whyNot } from '../commands/available.ts';
import { runCommand } from '../commands/run.ts';
import { blank, get, set } from '../store/desk.ts';
import { accountId, agent, me } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { AlertBar } from './alert-bar.tsx';

const alert = (name: string, over: Partial<Alert> = {}): Alert => ({
  id: name as AlertId,
  accountId,
  kind: 'silence',
  stream: 'mentions',
  text: `It is quiet: ${name}.`,
  raisedAt: 1000,
  acknowledgedBy: null,
  acknowledgedAt: null,
  endedAt: null,
  revision: 1,
  ...over,
});
let door: FakeDoor;

beforeEach(() => {
  door = fakeDoor();
  door.handlers['alert.acknowledge'] = () => ({ seq: 1 });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: agent() }, true);
});
afterEach(cleanup);

it('calls for the oldest that nobody has taken note of, and says how many more there are', () => {
  set({ alerts: [alert('a', { acknowledgedBy: me, acknowledgedAt: 2000 }), alert('b'), alert('c')] });
  render(<AlertBar />);
  expect(screen.getByText('It is quiet: b.')).toBeTruthy();
  expect(screen.queryByText('It is quiet: a.')).toBeNull();
  expect(screen.getByRole('button', { name: 'and 1 more' })).toBeTruthy();
});

it('is taken note of by its button and by its key', async () => {
  set({ alerts: [alert('b'), alert('c')] });
  render(<AlertBar />);
  await userEvent.click(screen.getByRole('button', { name: 'Noted' }));
  set({ alerts: [alert('b', { acknowledgedBy: me, acknowledgedAt: 2000 }), alert('c')] });
  runCommand('alert.acknowledge');
  expect(door.askedFor('alert.acknowledge')).toEqual([{ id: 'b' }, { id: 'c' }]);
});

it('is for those who work here: who only reads sees it and can’t put it away', () => {
  set({ alerts: [alert('b')], me: agent({ role: 'reviewer' }) });
  render(<AlertBar />);
  expect(screen.queryByRole('button', { name: 'Noted' })).toBeNull();
  expect(whyNot('alert.acknowledge', get())).toMatch(/^Only /u);
});
