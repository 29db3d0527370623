import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { Palette } from './palette.tsx';

afterEach(cleanup);

it('keeps the keyboard while its thread changes, and what is possible follows', async () => {
  const maya = card('maya');
  const door = fakeDoor([maya], [message('maya', '1')]);
  window.earshot = door;
  const { agent: me, accounts } = snapshot();
  set({ ...blank(), phase: 'open', me, accounts, region: 'thread' }, true);
  const stop = listen(() => undefined);
  await openThread(maya.id);
  set({ overlay: 'palette', query: 'Reopen' });
  render(<Palette />);
  const field = screen.getByRole('combobox', { name: 'Find a command' });
  act(() => field.focus());
  expect(screen.getByRole('option', { name: /^Reopen/u }).getAttribute('aria-disabled')).toBe('true');
  act(() =>
    door.emit('rows.changed', {
      cards: [{ ...maya, status: 'resolved', revision: 2 }],
      ...{ gone: [], messages: [], outbox: [], notes: [], escalations: [], questions: [] },
    }),
  );
  const isOff = (): string | null | undefined =>
    screen.getByRole('option', { name: /^Reopen/u }).getAttribute('aria-disabled');
  await waitFor(() => expect(isOff()).not.toBe('true'));
  expect(document.activeElement).toBe(field);
  await userEvent.keyboard('{Backspace}');
  expect(get().query).toBe('Reope');
  stop();
});

it('runs what fits best where Enter was pressed before it was on screen', async () => {
  const { agent: me, accounts } = snapshot();
  set(
    { ...blank(), phase: 'open', me, accounts, overlay: 'palette', query: 'all keys', isChosenAhead: true },
    true,
  );
  render(<Palette />);
  await waitFor(() => expect(get()).toMatchObject({ overlay: 'help', isChosenAhead: false }));
});
