import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startDispatch } from '../commands/dispatch.ts';
import { startRegion } from '../commands/region.ts';
import { runCommand } from '../commands/run.ts';
import { Hints } from '../status/hints.tsx';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { NoteBox } from './note-box.tsx';

const maya = card('maya');
let door: FakeDoor;
let stops: (() => void)[] = [];

beforeEach(async () => {
  door = fakeDoor([maya], [message('maya', '1')]);
  window.earshot = door;
  const { agent: me, accounts } = snapshot();
  set({ ...blank(), phase: 'open', me, accounts }, true);
  stops = [listen(() => undefined), startDispatch(runCommand), startRegion()];
  await openThread(maya.id);
  set({ noteAbout: 'thread', wantsFocus: 'note' });
  render(
    <>
      <NoteBox card={maya} />
      <Hints />
    </>,
  );
  await waitFor(() => expect(document.activeElement).toBe(field()));
});
afterEach(() => {
  leaveDrafts();
  for (const stop of stops) stop();
  cleanup();
});

const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Note about this thread' });

it('says its keys in the status line', () => {
  const keys = within(screen.getByRole('list', { name: 'Keys' }));
  expect(keys.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Ctrl+↵ add note',
    'Esc keep note',
  ]);
});

it('is added once, however often its key is pressed, and left with the words kept', async () => {
  write(maya.id, 'note', 'Mast TX114');
  await userEvent.keyboard('{Escape}');
  expect(get()).toMatchObject({ noteAbout: null, wantsFocus: 'pane' });
  expect(get().composing[maya.id]?.texts.note).toBe('Mast TX114');
  set({ noteAbout: 'thread', wantsFocus: 'note' });
  await waitFor(() => expect(document.activeElement).toBe(field()));
  await userEvent.keyboard('{Control>}{Enter}{Enter}{/Control}');
  expect(door.askedFor('note.add')).toMatchObject([
    { threadId: maya.id, about: 'thread', text: 'Mast TX114' },
  ]);
});
