import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Alike } from '../../shared/api/snippets.ts';
import { AppError } from '../../shared/errors.ts';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { Composer } from './composer.tsx';
import { send } from './send.ts';

const maya = card('maya', { lang: 'pl', preview: '@brightline od rana nie mam zasięgu' });
const other: Alike = {
  likeness: 0.867,
  text: 'Hi Omar, we look into it ^CD',
  by: 'CD',
  handle: 'omar',
  at: Date.now(),
};
const text = 'Hi Maya, we look into it at once and tell you more soon';
let door: FakeDoor;
let stop = (): void => undefined;

beforeEach(async () => {
  door = fakeDoor([maya], [message('maya', '1')], {
    'message.likeness': () => other,
    'message.reply': (input) => {
      if (!input.sendAlike) throw new AppError('too-alike', '86 % like what CD wrote to @omar just now.');
      return { seq: 1, item: { ...input, state: { at: 'queued', notBefore: 0 } } as never };
    },
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  render(<Composer card={maya} />);
});
afterEach(() => {
  leaveDrafts();
  stop();
  cleanup();
});

it('shows what is too much alike beside it, and sends and resolves it only when told to', async () => {
  write(maya.id, 'post', text);
  await send({ thenResolve: true });
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(alert.textContent).toContain('86 % like what CD wrote to @omar just now'));
  expect(alert.textContent).toContain('Hi Omar, we look into it');
  expect(get().composing[maya.id]?.texts.post).toBe(text);
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(get().composing[maya.id]?.texts.post).toBe(''));
  expect(door.askedFor('message.reply')).toMatchObject([
    { sendAlike: false, thenResolve: true },
    { sendAlike: true, thenResolve: true },
  ]);
});

it('goes back to the words to change them', async () => {
  write(maya.id, 'post', text);
  await send();
  await userEvent.click(await screen.findByRole('button', { name: 'Change it' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

it('says so quietly after a pause, and no longer once the words are others', async () => {
  write(maya.id, 'post', text);
  const hint = await screen.findByText(/86 % like what CD wrote to @omar/u, {}, { timeout: 3000 });
  expect(hint.getAttribute('title')).toBe(other.text);
  await userEvent.type(screen.getByRole('textbox'), '!');
  expect(screen.queryByText(/86 % like/u)).toBeNull();
});

it('never sends a blank, and says which', async () => {
  write(maya.id, 'post', 'Hi {first}, it left on {day}');
  expect(await screen.findByText(/\{first\} and \{day\} still to be filled in/u)).toBeTruthy();
  await send();
  expect((await screen.findByRole('alert')).textContent).toContain(
    '{first} and {day} are still to be filled in',
  );
  expect(door.askedFor('message.reply')).toEqual([]);
});

it('says which language the customer writes in, and nothing where so few words do not tell', () => {
  expect(screen.getByText('customer writes in Polish')).toBeTruthy();
  cleanup();
  render(<Composer card={{ ...maya, preview: '@brightline ok, thx' }} />);
  expect(screen.queryByText(/customer writes in/u)).toBeNull();
});

it('is closed to a role that only reads', async () => {
  set({ me: { ...get().me, role: 'reviewer' } });
  expect(await screen.findByText(/Customers are answered by agents|May reply/u)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').readOnly).toBe(true);
  write(maya.id, 'post', text);
  await send();
  expect(door.askedFor('message.reply')).toEqual([]);
});
