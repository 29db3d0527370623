import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import './call.ts';
import { isCommand } from '../shared/commands.ts';
import { App } from './app.tsx';
import { runCommand } from './commands/run.ts';
import { blank, get, set } from './store/desk.ts';
import { listen } from './store/events.ts';
import { openDesk } from './store/load.ts';
import { account, card, colleague, me, message } from './testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from './testing/fake-door.ts';

let stop = (): void => undefined;

const open = async (door: FakeDoor): Promise<void> => {
  window.earshot = door;
  stop = listen((id) => {
    if (isCommand(id)) runCommand(id);
  });
  render(<App />);
  await openDesk();
};

const rows = (over: object) => ({
  cards: [],
  gone: [],
  messages: [],
  outbox: [],
  notes: [],
  escalations: [],
  questions: [],
  ...over,
});

beforeEach(() => {
  set(blank(), true);
  // The list asks how high it is; a document without layout says nothing.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 348 });
});
afterEach(() => {
  stop();
  cleanup();
  delete window.earshot;
});

const violations = async (): Promise<string[]> => {
  const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
};

describe('the window', () => {
  it('says what it is when it is opened in a plain browser', () => {
    render(<App />);
    expect(screen.getByRole('heading', { name: 'This page is the inside of Earshot' })).toBeTruthy();
  });

  it('offers two ways in at the first run, with the focus on the first', async () => {
    const door = fakeDoor([]);
    door.handlers['desk.open'] = () => snapshot({ accounts: [], practice: 'off' });
    door.handlers['practice.start'] = () => ({ accounts: 1 });
    await open(door);
    const practice = await screen.findByRole('button', { name: 'Practice' });
    expect(document.activeElement).toBe(practice);
    expect(await violations()).toEqual([]);
    practice.click();
    await waitFor(() => expect(door.askedFor('practice.start')).toHaveLength(1));
    expect(await screen.findByRole('region', { name: 'New' })).toBeTruthy();
    expect(screen.getAllByText('Practice is starting.').length).toBeGreaterThan(0);
  });

  it('shows columns of cards, and is clean for a screen reader', async () => {
    await open(
      fakeDoor([card('maya'), card('omar', { status: 'open', assigneeId: me, assigneeInitials: 'AB' })]),
    );
    expect(await screen.findAllByRole('article')).toHaveLength(4);
    const maya = document.querySelector('[data-column="new"] [data-thread-id="maya"]');
    expect(maya?.getAttribute('aria-posinset')).toBe('1');
    expect(await violations()).toEqual([]);
  });

  it('opens a thread with Enter, and comes back with its card in focus', async () => {
    await open(fakeDoor([card('maya')], [message('maya', '1')]));
    await screen.findAllByRole('article');
    runCommand('card.down');
    runCommand('thread.open');
    expect(await screen.findByRole('textbox', { name: 'Reply to @maya' }, { timeout: 5000 })).toBeTruthy();
    expect(await screen.findByText('Message 1')).toBeTruthy();
    expect(await violations()).toEqual([]);
    set({ region: 'thread' });
    runCommand('thread.back');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-thread-id')).toBe('maya'));
  });

  it('moves a claimed thread from New to Mine, and the focus to the next', async () => {
    const door = fakeDoor([card('maya', { sortAt: 3 }), card('omar', { sortAt: 2 })]);
    await open(door);
    await screen.findAllByRole('article');
    runCommand('card.down');
    runCommand('thread.claim');
    door.emit(
      'rows.changed',
      rows({
        cards: [
          card('maya', { sortAt: 3, revision: 2, status: 'open', assigneeId: me, assigneeInitials: 'AB' }),
        ],
      }),
    );
    await waitFor(() => expect(get().columns['new']?.ids).toEqual(['omar']));
    expect(get().columns['mine']?.ids).toEqual(['maya']);
    expect(get().focused['new']).toBe('omar');
  });

  it('says what was undone, and whose thread it was', async () => {
    const door = fakeDoor([card('maya')]);
    door.handlers['change.undo'] = () => ({ what: 'thread.claim', threadId: card('maya').id });
    await open(door);
    await screen.findAllByRole('article');
    runCommand('change.undo');
    expect(await screen.findByText('Undone: Claim of @maya.')).toBeTruthy();
    door.handlers['change.undo'] = () => ({ what: 'thread.resolve', threadId: card('gone').id });
    runCommand('change.undo');
    expect(await screen.findByText('Undone: Resolve.')).toBeTruthy();
  });

  it('keeps what a colleague took in its place, dimmed, with their initials', async () => {
    const door = fakeDoor([card('zoe', { sortAt: 3 }), card('omar', { sortAt: 2 })]);
    await open(door);
    await screen.findAllByRole('article');
    await waitFor(() => expect(document.querySelectorAll('[data-column="new"] article')).toHaveLength(2));
    door.emit(
      'rows.changed',
      rows({
        cards: [
          card('zoe', {
            sortAt: 3,
            revision: 2,
            status: 'open',
            assigneeId: colleague,
            assigneeInitials: 'JB',
          }),
        ],
      }),
    );
    await waitFor(() => expect(document.querySelector('[data-left]')?.textContent).toContain('JB'));
    expect(get().columns['new']?.ids).toEqual(['zoe', 'omar']);
  });

  it('holds arrivals back and shows them when asked', async () => {
    const door = fakeDoor([card('maya', { sortAt: 3 })]);
    await open(door);
    await screen.findAllByRole('article');
    door.emit('rows.changed', rows({ cards: [card('zoe', { sortAt: 9 })] }));
    const strip = await screen.findByRole('button', { name: /^New: 1 new thread/ });
    expect(get().columns['new']?.ids).toEqual(['maya']);
    strip.click();
    await waitFor(() => expect(get().columns['new']?.ids).toEqual(['zoe', 'maya']));
  });

  it('ignores an older image of a row', async () => {
    const door = fakeDoor([card('maya', { revision: 5, preview: 'new words' })]);
    await open(door);
    door.emit('rows.changed', rows({ cards: [card('maya', { revision: 4, preview: 'old words' })] }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(get().cards.get(card('maya').id)?.preview).toBe('new words');
  });

  it('says why a column is empty, and what went wrong when it could not be read', async () => {
    const door = fakeDoor([]);
    door.handlers['desk.open'] = () => snapshot({ resolvedToday: 41 });
    await open(door);
    expect(await screen.findByText('Nobody is waiting. 41 resolved today.')).toBeTruthy();
    cleanup();
    set(blank(), true);
    const broken = fakeDoor([]);
    broken.handlers['column.page'] = () => {
      throw new Error('disk');
    };
    await open(broken);
    expect((await screen.findAllByRole('button', { name: 'Read it again' })).length).toBe(3);
  });

  it('says practice, paused and unreadable in the status line', async () => {
    const door = fakeDoor([]);
    door.handlers['desk.open'] = () =>
      snapshot({
        accounts: [
          {
            account: account({ pausedBecause: 'Sign in again.' }),
            streams: [],
            directions: [],
            spentMicros: 0,
            quarantined: 2,
          },
        ],
      });
    await open(door);
    expect(await screen.findByText('Practice')).toBeTruthy();
    expect(screen.getByText(/^Paused · 2 unreadable$/)).toBeTruthy();
    expect(screen.getAllByText(/Sign in again/).length).toBeGreaterThan(0);
  });
});
