import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SearchAnswer } from '../../shared/api/search.ts';
import { blank, get, set } from '../store/desk.ts';
import { agent, threadId } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Archive } from './archive.tsx';
import { placesOf, search, setSearch, useSearch } from './store.ts';

const answer = (text: string, count = 1): SearchAnswer => ({
  ...{ next: null, isCut: false, isCapped: false },
  threads: Array.from({ length: count }, (_, at) => ({
    ...{ threadId: threadId(`${text} ${at}`), accountId: 'x:account:1' as never },
    ...{ status: 'new', handle: 'maya', name: 'Maya' },
    hits: [
      {
        ...{ part: 'message', id: `m${at}`, at: 0, text: `found by ${text}`, isCutBefore: false },
        ...{ isCutAfter: false, places: [], agentId: null },
        message: { kind: 'post', direction: 'in', handle: 'maya', gone: null },
      },
    ],
  })),
});

const initial = search();
let door: FakeDoor;
let answers: Map<string, (answer: SearchAnswer | null) => void>;

beforeEach(() => {
  vi.useFakeTimers();
  answers = new Map();
  door = fakeDoor([], [], {
    'search.run': ({ text }) => new Promise((resolve) => answers.set(text, resolve)),
    'search.recent': () => ['from:maya'],
    'search.remember': ({ text }) => [text],
    'search.state': () => ({ indexed: 12_000, of: 98_000 }),
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: agent(), desk: 'archive', region: 'search' }, true);
  useSearch.setState(initial, true);
  setSearch({ isFieldWanted: true });
  render(<Archive title="Archive" />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const field = (): HTMLInputElement =>
  screen.getByRole('combobox', { name: 'Search everything that was said' });
const type = (text: string): void => {
  fireEvent.change(field(), { target: { value: text, selectionStart: text.length } });
};
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));
const reply = (text: string, given: SearchAnswer | null): Promise<unknown> =>
  act(async () => {
    answers.get(text)?.(given);
    await vi.advanceTimersByTimeAsync(0);
  });
const asked = (): string[] => door.askedFor('search.run').map(({ text }) => text);

it('has the keyboard, says what is not found yet, and offers what was looked for lately', async () => {
  await pass(0);
  expect(document.activeElement).toBe(field());
  expect(screen.getByText('12,000 of 98,000 messages can be found so far.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'from:maya' })).toBeTruthy();
});

it('asks once for what is typed in one go, with the caret, and keeps what is shown until there is something newer', async () => {
  type('r');
  await pass(40);
  type('re');
  await pass(100);
  expect(asked()).toEqual(['re']);
  expect(door.askedFor('search.run')[0]).toMatchObject({ caret: 2, order: 'newest', before: null });
  await reply('re', answer('re'));
  expect(search().shown?.text).toBe('re');
  type('ref');
  await pass(100);
  expect(search()).toMatchObject({ isBusy: true, shown: { text: 're' } });
  type('refu');
  await pass(100);
  // The later one took its place.
  await reply('ref', null);
  expect(search().shown?.text).toBe('re');
  await reply('refu', answer('refu'));
  expect(search()).toMatchObject({ isBusy: false, shown: { text: 'refu' } });
});

it('waits for a second letter, or for Enter', async () => {
  type('refund x');
  await pass(100);
  expect(asked()).toEqual([]);
  type('refund x-ray');
  await pass(100);
  expect(asked()).toEqual(['refund x-ray']);
  type('refund 電');
  await pass(100);
  expect(asked()).toEqual(['refund x-ray', 'refund 電']);
  type('refund x');
  await pass(100);
  fireEvent.keyDown(field(), { key: 'Enter' });
  await pass(100);
  expect(door.askedFor('search.run').at(-1)).not.toHaveProperty('caret');
  expect(asked().at(-1)).toBe('refund x');
});

it('goes to the first place as soon as there is one, when Enter came before the answer', async () => {
  type('refund');
  fireEvent.keyDown(field(), { key: 'Enter' });
  await pass(100);
  await reply('refund', answer('refund', 3));
  expect(search()).toMatchObject({ place: 0, at: 'places' });
  expect(get().region).toBe('search');
  expect(placesOf(search())).toHaveLength(3);
  await pass(0);
  // The word that was not finished is kept with its star.
  expect(door.askedFor('search.remember')).toEqual([{ text: 'refund*' }]);
});

it('reads on as one comes near the end, below what is shown, and takes nothing in that belongs to another search', async () => {
  type('refund');
  await pass(100);
  await reply('refund', { ...answer('refund', 3), next: 77 });
  await pass(0);
  expect(door.askedFor('search.run').at(-1)).toMatchObject({ text: 'refund', before: 77, caret: 6 });
  await reply('refund', { ...answer('older', 2), next: null });
  expect(placesOf(search()).map(({ hit }) => hit.text)).toEqual([
    ...['found by refund', 'found by refund', 'found by refund'],
    ...['found by older', 'found by older'],
  ]);
  expect(screen.getByText('5 places in 5 threads.')).toBeTruthy();
  type('refunds');
  await pass(100);
  await reply('refunds', { ...answer('refunds', 1), next: 5 });
  const more = answers.get('refunds');
  type('other');
  await pass(100);
  await reply('other', answer('other', 1));
  await act(async () => more?.(answer('late', 1)));
  expect(placesOf(search()).map(({ hit }) => hit.text)).toEqual(['found by other']);
});

it('says so when the order is best first, and goes back to the top', async () => {
  type('refund');
  await pass(100);
  await reply('refund', answer('refund', 3));
  setSearch({ order: 'best', at: 'places', place: 2 });
  await pass(100);
  expect(door.askedFor('search.run').at(-1)).toMatchObject({ order: 'best' });
  await reply('refund', { ...answer('refund', 2), isCapped: true });
  expect(search()).toMatchObject({ place: 0 });
  expect(screen.getByText(/the best of the newest 400 found/u)).toBeTruthy();
});

it('explains a wrong part where it stands, and Tab writes what was meant', async () => {
  type('refund is:brached');
  expect(screen.getByText(/is can’t be “brached”/u)).toBeTruthy();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  fireEvent.keyDown(field(), { key: 'Tab' });
  expect(search().text).toBe('refund is:breached ');
  expect(screen.queryByText(/is can’t be/u)).toBeNull();
});

it('offers values of a part and takes the first with Enter; of words it takes none unasked', async () => {
  type('status:res');
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('status:resolved');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(search().text).toBe('status:resolved ');
  type('in');
  expect(screen.getAllByRole('option').length).toBeGreaterThan(0);
  expect(screen.queryByRole('option', { selected: true })).toBeNull();
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('is:inbound');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(screen.queryByRole('option')).toBeNull();
  expect(search().text).toBe('in');
});

it('says what was found without one part where nothing was found with it', async () => {
  type('refund lang:pl');
  await pass(100);
  await reply('refund lang:pl', answer('', 0));
  await reply('lang:pl', answer('', 0));
  await reply('refund', answer('refund'));
  await reply('refund* lang:pl', answer('', 0));
  await pass(0);
  expect(screen.getByRole('button', { name: /without lang:pl/u })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /without refund/u })).toBeNull();
});
