import { afterEach, beforeEach, expect, it } from 'vitest';
import { search, setSearch, useSearch } from '../search/store.ts';
import { blank, get, set } from '../store/desk.ts';
import { agent, card } from '../testing/cards.ts';
import { fakeDoor } from '../testing/fake-door.ts';
import { startDispatch } from './dispatch.ts';
import { runCommand } from './run.ts';

const initial = search();
let stop = (): void => undefined;
let heard: string[] = [];

beforeEach(() => {
  window.earshot = fakeDoor([card('maya')]);
  set({ ...blank(), phase: 'open', me: agent() }, true);
  useSearch.setState(initial, true);
  document.body.replaceChildren();
  heard = [];
  stop = startDispatch((id) => {
    heard.push(id);
    runCommand(id);
  });
});
afterEach(() => stop());

const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
  const code = /^[a-z]$/u.test(key) ? `Key${key.toUpperCase()}` : key === '/' ? 'Slash' : key;
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...init });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
};

it('keeps what is typed until the field is there: no letter acts on a thread meanwhile', () => {
  press('/');
  expect(get().desk).toBe('archive');
  for (const key of ['r', 'e', '/']) expect(press(key).defaultPrevented).toBe(true);
  expect(search()).toMatchObject({ text: 're/', caret: 3, isFieldWanted: true });
  expect(heard).toEqual(['search.open']);
  // Keys of the system and of the desk are none of what is typed.
  press('k', { ctrlKey: true });
  expect(heard).toEqual(['search.open', 'palette.open']);
});

it('leads back to where one came from, places first', () => {
  set({ desk: 'mine' });
  press('/');
  setSearch({ isFieldWanted: false, at: 'places', place: 0 });
  runCommand('search.back');
  expect(search()).toMatchObject({ at: 'field', isFieldWanted: true });
  expect(get().desk).toBe('archive');
  runCommand('search.back');
  expect(get().desk).toBe('mine');
  expect(search().isFieldWanted).toBe(false);
});

it('goes through what was found by the keys of the columns, from the thread beside it too', () => {
  const hit = (id: string) => ({ id, text: '', places: [] }) as never;
  const threads = [
    { threadId: 'a', hits: [hit('1'), hit('2')] },
    { threadId: 'b', hits: [hit('3')] },
  ];
  press('/');
  const shown = { threads, text: 'x', order: 'newest' } as never;
  setSearch({ shown, text: 'x', isFieldWanted: false });
  runCommand('search.down');
  expect(search()).toMatchObject({ place: 0, at: 'places' });
  set({ region: 'thread' });
  runCommand('card.down');
  runCommand('card.down');
  runCommand('card.down');
  expect(search().place).toBe(2);
  expect(get().region).toBe('search');
  runCommand('search.first');
  runCommand('search.up');
  expect(search()).toMatchObject({ at: 'field', isFieldWanted: true });
});

it('is the sign that is typed, wherever it stands on the keyboard', () => {
  press('?', { code: 'Slash', shiftKey: true });
  expect(heard).toEqual(['help.open']);
  set({ overlay: null });
  press('?', { code: 'Slash' });
  expect(heard).toEqual(['help.open', 'help.open']);
  set({ overlay: null });
  // On a German keyboard.
  press('/', { code: 'Digit7', shiftKey: true });
  expect(heard.at(-1)).toBe('search.open');
});
