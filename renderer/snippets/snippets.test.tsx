import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SnippetId } from '../../shared/ids.ts';
import type { Snippet } from '../../shared/model.ts';
import { Composer } from '../composer/composer.tsx';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { openSnippets } from './insert.ts';
import { customersLanguage } from './language.ts';
import { snippetsFor } from './ranking.ts';
import { Snippets } from './snippets.tsx';

const maya = card('maya', { name: 'Maya Okafor', lang: 'pl' });
const snippet = (name: string, over: Partial<Snippet> = {}): Snippet => ({
  id: name as SnippetId,
  name,
  kind: 'fact',
  text: name,
  lang: null,
  revision: 1,
  ...over,
});
const hello = snippet('Hello', { kind: 'opening', text: 'Hi {first}, {brand} here.' });
const parcel = snippet('Parcel', { text: 'It left on {day}.' });
let stop = (): void => undefined;

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  window.earshot = fakeDoor([maya], [message('maya', '1')]);
  const { agent: me, accounts } = snapshot();
  set({ ...blank(), phase: 'open', me, accounts, snippets: [hello, parcel] }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  render(<Composer card={maya} />);
});
afterEach(() => {
  leaveDrafts();
  stop();
  cleanup();
});

const field = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Reply to @maya' });
const written = (): string | undefined => get().composing[maya.id]?.texts.post;

it('fills in what is known, where the cursor is', async () => {
  write(maya.id, 'post', 'Sorry again.');
  await waitFor(() => expect(field().value).toBe('Sorry again.'));
  field().focus();
  field().setSelectionRange(0, 0);
  openSnippets(null);
  render(<Snippets />);
  await userEvent.type(screen.getByRole('combobox'), 'hell{Enter}');
  expect(written()).toBe('Hi Maya, Brightline here. Sorry again.');
  await waitFor(() => expect(field().selectionStart).toBe('Hi Maya, Brightline here. '.length));
});

it('selects the blank that nobody could fill, to be typed over', async () => {
  openSnippets(null);
  render(<Snippets />);
  await userEvent.type(screen.getByRole('combobox'), 'parcel{Enter}');
  expect(written()).toBe('It left on {day}.');
  await waitFor(() => expect(field().selectionEnd).toBe('It left on {day}'.length));
  expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('{day}');
});

it('opens on a slash at the beginning of a line, and the slash goes', async () => {
  const type = (value: string): void => {
    fireEvent.input(field(), {
      target: { value, selectionStart: value.length },
      inputType: 'insertText',
      data: '/',
    });
  };
  type('and/');
  expect(get().overlay).toBeNull();
  type('Hi\n/');
  expect(get()).toMatchObject({ overlay: 'snippets', slashAt: 3 });
  render(<Snippets />);
  await userEvent.type(screen.getByRole('combobox'), 'parcel{Enter}');
  expect(written()).toBe('Hi\nIt left on {day}.');
});

it('offers the customer’s language first, and openings only to what begins', () => {
  const polish = snippet('Cześć', { kind: 'opening', lang: 'pl' });
  const german = snippet('Hallo', { lang: 'de' });
  const all = [german, parcel, hello, polish];
  const names = (isBeginning: boolean, lang: string | null = 'pl-PL', query = ''): string[] =>
    snippetsFor(query, all, { lang, isBeginning }).map(({ name }) => name);
  expect(names(true)).toEqual(['Cześć', 'Hello', 'Parcel', 'Hallo']);
  expect(names(false, null)).toEqual(['Parcel', 'Hello', 'Hallo', 'Cześć']);
  expect(names(true, 'de', 'hal')[0]).toBe('Hallo');
});

it('names a language only where the network knows one', () => {
  const said = 'since this morning nothing works';
  expect(['pl', 'pt-BR', 'und', 'qme', 'zxx', null].map((lang) => customersLanguage(lang, said))).toEqual([
    'Polish',
    'Brazilian Portuguese',
    null,
    null,
    null,
    null,
  ]);
});

it('names none where the text is too short to tell, unless its letters do', () => {
  expect(customersLanguage('et', '@brightline DM sent')).toBeNull();
  expect(customersLanguage('en', 'https://t.co/abcdefghijklmnopq #NoSignalAnywhere')).toBeNull();
  expect(customersLanguage('ja', '@brightline 圏外です')).toBe('Japanese');
});
