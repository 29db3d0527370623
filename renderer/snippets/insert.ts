import type { Card, Snippet } from '../../shared/model.ts';
import { blanksIn, fill } from '../../shared/snippet.ts';
import { get, set } from '../store/desk.ts';
import { nothingYet, write } from '../store/drafts.ts';
import { valuesFor } from './values.ts';

/** A slash typed at the beginning of a line; a pasted one is a slash. */
export const isSlash = (event: Event, { value, selectionStart }: HTMLTextAreaElement): boolean => {
  const { inputType, data } = event as InputEvent;
  if (inputType !== 'insertText' || data !== '/' || get().snippets.length === 0) return false;
  const before = value[selectionStart - 2];
  return before === undefined || before === '\n';
};

/** `slashAt`: where the slash stands that asked for it, if one did. */
export const openSnippets = (slashAt: number | null): void => set({ overlay: 'snippets', slashAt });

/** Puts a snippet where the cursor was, filled in; the first blank nobody could fill is selected, to be typed over. */
export const insertSnippet = (card: Card, { text, kind: what }: Snippet): void => {
  const { composing, slashAt } = get();
  const { kind, texts } = composing[card.id] ?? nothingYet;
  const field = composerField();
  const present = texts[kind];
  const [from, to] =
    slashAt === null
      ? [field?.selectionStart ?? present.length, field?.selectionEnd ?? present.length]
      : [slashAt, slashAt + (present[slashAt] === '/' ? 1 : 0)];
  const before = /\S$/u.test(present.slice(0, from)) ? ' ' : '';
  // One goes on writing after an opening.
  const after = what === 'opening' && !/^\s/u.test(present.slice(to)) ? ' ' : '';
  const filled = before + fill(text, valuesFor(get(), card)) + after;
  write(card.id, kind, present.slice(0, from) + filled + present.slice(to));
  set({ overlay: null, slashAt: null });
  const [blank] = blanksIn(filled);
  const at = from + (blank === undefined ? filled.length : filled.indexOf(blank));
  // After the dialog has given the focus back, and the field has its new text.
  requestAnimationFrame(() => {
    const now = composerField();
    now?.focus();
    now?.setSelectionRange(at, at + (blank?.length ?? 0));
  });
};

const composerField = (): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>('[data-region="composer"] textarea');
