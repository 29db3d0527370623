import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { openDesk } from '../store/load.ts';
import { card } from '../testing/cards.ts';
import { fakeDoor } from '../testing/fake-door.ts';
import { toColumn } from './move.ts';

let frames: FrameRequestCallback[];
const draw = (): void => {
  for (const frame of frames.splice(0)) frame(0);
};

beforeEach(async () => {
  window.earshot = fakeDoor([card('maya')]);
  set(blank(), true);
  await openDesk();
  render(
    <>
      <section data-column="new" tabIndex={-1}>
        <article data-thread-id="maya" tabIndex={-1} />
        <button type="button">Noted</button>
      </section>
      <section data-column="mine" tabIndex={-1} />
    </>,
  );
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  cleanup();
});

const at = (selector: string): boolean => document.activeElement === document.querySelector(selector);
const place = (id: string): number => Object.keys(get().columns).indexOf(id);

it('is in the column at once, on its card, or on the column that has none', () => {
  toColumn(place('new'));
  expect(at('[data-thread-id="maya"]')).toBe(true);
  toColumn(place('mine'));
  expect(at('[data-column="mine"]')).toBe(true);
});

it('is not brought back by a frame that a faster key has overtaken', () => {
  // The card has not been drawn yet when its column is asked for.
  const column = document.querySelector('section')!;
  const row = document.querySelector('article')!;
  row.remove();
  toColumn(place('new'));
  toColumn(place('mine'));
  column.prepend(row);
  draw();
  expect(at('[data-column="mine"]')).toBe(true);

  toColumn(place('mine'));
  toColumn(place('new'));
  expect(at('article')).toBe(true);
  draw();
  expect(at('article')).toBe(true);

  document.querySelector('button')!.focus();
  draw();
  expect(at('button')).toBe(true);
});
