import type { Events } from '../../shared/api.ts';
import { on } from '../call.ts';
import { isSaving } from '../commands/settings.ts';
import { announce } from './announced.ts';
import { applyRows } from './apply.ts';
import { get, set } from './desk.ts';
import { notify } from './notices.ts';

type Rows = Events['rows.changed'];

// A hidden window gets no frames; it still has to keep up.
const hiddenMs = 250;

let waiting: Rows[] = [];
let frame = 0;
let afterPaint: ReturnType<typeof setTimeout> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Everything the main process says, into the store; rows once per frame, however many ticks sent them. */
export const listen = (run: (commandId: string) => void): (() => void) => {
  const stops = [
    on('rows.changed', (rows) => {
      waiting.push(rows);
      if (waiting.length === 1) plan();
    }),
    on('accounts.changed', (accounts) => set({ accounts, practice: practiceOf(accounts) })),
    on('settings.changed', (settings) => {
      if (!isSaving()) set({ settings });
    }),
    on('command.run', ({ id }) => run(id)),
    on('call.came', announce),
    on('desk.notice', ({ text, tone }) => notify(text, tone)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

/** Cards of one frame: what a supervisor moves at once comes in over several, and every key is heard in between. */
const cardsPerFrame = 50;

/** After the paint, not before it: what a key did is on screen before anything that arrived is taken in. */
const plan = (): void => {
  frame = requestAnimationFrame(() => {
    afterPaint = setTimeout(flushPart);
  });
  timer = setTimeout(flushPart, hiddenMs);
};

const flushPart = (): void => {
  let cards = 0;
  const part = waiting.findIndex((rows) => (cards += rows.cards.length) > cardsPerFrame);
  take(part < 0 ? waiting.length : Math.max(1, part));
  if (waiting.length > 0) plan();
};

/** Called before any answer is taken in, so that an older event never lands on top of it. */
export const flush = (): void => take(waiting.length);

const take = (batches: number): void => {
  cancelAnimationFrame(frame);
  clearTimeout(afterPaint);
  clearTimeout(timer);
  const [first, ...rest] = waiting.slice(0, batches);
  waiting = waiting.slice(batches);
  if (first) applyRows(rest.length === 0 ? first : joined([first, ...rest]));
};

/** Rows are strung together; of a whole list the last one counts. */
const joined = (all: readonly Rows[]): Rows => ({
  ...(Object.assign({}, ...all) as Rows),
  cards: all.flatMap(({ cards }) => cards),
  gone: all.flatMap(({ gone }) => gone),
  messages: all.flatMap(({ messages }) => messages),
  outbox: all.flatMap(({ outbox }) => outbox),
  notes: all.flatMap(({ notes }) => notes),
  escalations: all.flatMap(({ escalations }) => escalations),
  questions: all.flatMap(({ questions }) => questions),
});

const practiceOf = (accounts: Events['accounts.changed']): 'off' | 'starting' | 'on' => {
  if (accounts.some(({ account }) => account.isPractice)) return 'on';
  return get().practice;
};
