import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { LookingAgain } from './looking-again.tsx';

let door: FakeDoor;
beforeEach(() => {
  door = fakeDoor([], [], { 'settings.save': (input) => ({ ...get().settings, ...input }) as never });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: { ...snapshot().agent, role: 'admin' } }, true);
});
afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /US dollars a day/u });
const type = async (words: string): Promise<void> => {
  await userEvent.clear(field());
  await userEvent.type(field(), `${words}{Tab}`);
};

it('is set in dollars and cents, says what that is enough for, and 0 is never', async () => {
  render(<LookingAgain />);
  expect(field().value).toBe('2.00');
  expect(screen.getByText(/^Enough for 66 posts or more/u)).toBeTruthy();
  await type('1,5');
  await waitFor(() => expect(door.askedFor('settings.save')).toEqual([{ recheckMicrosPerDay: 1_500_000 }]));
  expect(field().value).toBe('1.50');
  await type('0');
  expect(screen.getByText(/^0: never/u)).toBeTruthy();
  await waitFor(() => expect(get().settings.recheckMicrosPerDay).toBe(0));
});

it('takes no sum that would look at nothing or is none, and none from who may not', async () => {
  render(<LookingAgain />);
  for (const wrong of ['0.02', '1001', '2 dollars', '-1']) {
    await type(wrong);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  }
  expect(door.askedFor('settings.save')).toEqual([]);
  cleanup();
  set({ me: { ...snapshot().agent, role: 'agent' } });
  render(<LookingAgain />);
  expect(field().readOnly).toBe(true);
  expect(screen.getByText(/Only admins may change this/u)).toBeTruthy();
});
