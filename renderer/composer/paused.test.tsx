import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { CardFoot } from '../columns/card-foot.tsx';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { account, agent, card, message } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Composer } from './composer.tsx';
import { send } from './send.ts';

const why = 'X no longer accepts the sign-in of this account.';
const maya = card('maya');
let stop = (): void => undefined;

afterEach(() => {
  leaveDrafts();
  stop();
  cleanup();
});

const standing = (pausedBecause: string | null) => [
  { account: account({ pausedBecause }), streams: [], directions: [], spentMicros: 0, quarantined: 0 },
];

const start = async (pausedBecause: string | null, me = agent()): Promise<FakeDoor> => {
  const door = fakeDoor([maya], [message('maya', '1')], {
    'account.details': () => ({ clientId: null, keptIn: null }) as never,
    'signIns.read': () => ({ hasKeyring: true, file: 'none' }),
    'account.reauthorise': () => {
      door.emit('accounts.changed', standing(null));
      return { accountId: maya.accountId, handle: 'brightline' };
    },
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me, accounts: standing(pausedBecause) }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  render(
    <>
      <CardFoot card={maya} />
      <Composer card={maya} />
    </>,
  );
  return door;
};

const said = (): string[] => document.body.textContent?.match(new RegExp(why, 'gu')) ?? [];

it('says once why nothing is sent, and goes on where it was after signing in again', async () => {
  const door = await start(why);
  write(maya.id, 'post', 'Sorry');
  await send();
  expect(said()).toHaveLength(1);
  expect(get().spoken).toContain(why);
  expect(door.askedFor('message.reply')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in again as @brightline' }));
  await waitFor(() => expect(said()).toHaveLength(0));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply to @maya' }));
  expect(screen.getByText('May reply, in public')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(door.askedFor('message.reply')).toMatchObject([{ text: 'Sorry' }]);
});

it('is said on the card as soon as it is so, and no longer', async () => {
  const door = await start(null);
  expect(screen.queryByText('paused')).toBeNull();
  act(() => door.emit('accounts.changed', standing(why)));
  expect(screen.getByText('paused').title).toBe(`Nothing is sent: ${why}`);
  act(() => door.emit('accounts.changed', standing(null)));
  expect(screen.queryByText('paused')).toBeNull();
});

it('offers no way out to who may not take it, and names who may', async () => {
  await start(why, agent({ role: 'agent' }));
  expect(screen.getByRole('alert').textContent).toContain('Only admins may sign it in again.');
  expect(screen.queryByRole('button', { name: /Sign in again/u })).toBeNull();
});

it('is shut, and says so, where the account was removed and its threads kept', async () => {
  const door = await start(null);
  act(() => door.emit('accounts.changed', []));
  expect(screen.getByRole('alert').textContent).toContain('was removed from this desk');
  expect(screen.getByText('removed')).toBeTruthy();
  write(maya.id, 'post', 'Sorry');
  await send();
  expect(door.askedFor('message.reply')).toEqual([]);
});
