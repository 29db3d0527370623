import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { listen } from '../store/events.ts';
import { withRows } from '../store/thread-rows.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { Pane } from './pane.tsx';

afterEach(cleanup);

it('promises nothing of a thread that is gone, and leads back', async () => {
  const maya = card('maya');
  window.earshot = fakeDoor([maya], [message('maya', '1')]);
  const { agent: me, accounts } = snapshot();
  set({ ...blank(), phase: 'open', me, accounts, region: 'thread' }, true);
  const stop = listen(() => undefined);
  await openThread(maya.id);
  const none = { messages: [], outbox: [], notes: [], escalations: [], questions: [] };
  set(({ thread }) => ({
    thread: withRows(thread, { cards: [], gone: [maya.id], ...none }),
    cards: new Map(),
  }));
  render(<Pane id={maya.id} />);
  expect(screen.getByText(/joined to another thread.*or it was erased/u)).toBeTruthy();
  expect(screen.queryByText(/your draft are safe|is kept/u)).toBeNull();
  screen.getByRole('button', { name: 'Back to the columns' }).click();
  expect(get().thread).toBeNull();
  stop();
});
