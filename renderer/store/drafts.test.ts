import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { OutboxId } from '../../shared/ids.ts';
import type { Draft } from '../../shared/model.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { blank, get, set } from './desk.ts';
import { clear, leaveDrafts, takeDraft, write } from './drafts.ts';
import { listen } from './events.ts';
import { openThread, readThread } from './thread.ts';

const maya = card('maya');
let onDisk: Draft[];
let isFull: boolean;
let stop = (): void => undefined;

const draft = (over: Partial<Draft>): Draft => ({
  threadId: maya.id,
  ...{ kind: 'post', text: '', version: 1, intention: 'i-1' as OutboxId },
  ...over,
});
const text = (): string | undefined => get().composing[maya.id]?.texts.post;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  onDisk = [];
  isFull = false;
  const door = fakeDoor([maya], [message('maya', '1')], {
    'draft.save': (input) => {
      if (isFull) throw new AppError('disk', 'The disk is full.');
      const version = (onDisk[0]?.version ?? 0) + 1;
      onDisk = [draft({ ...(input as Draft), version })];
      return onDisk[0] as Draft;
    },
  });
  const open = door.handlers['thread.open'];
  door.handlers['thread.open'] = (input) => ({ ...(open?.(input) as object), drafts: onDisk }) as never;
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
});
afterEach(() => {
  leaveDrafts();
  stop();
});

it('takes what another window wrote since, and never what is older than what was typed here', async () => {
  write(maya.id, 'post', 'typed here');
  leaveDrafts();
  await settled();
  onDisk = [draft({ text: 'typed in the other window', version: 2 })];
  await readThread(maya.id);
  expect(text()).toBe('typed in the other window');
  takeDraft(draft({ text: 'long ago', version: 1 }));
  expect(text()).toBe('typed in the other window');
});

it('keeps what could not be saved, whatever the disk says', async () => {
  isFull = true;
  write(maya.id, 'post', 'not on the disk');
  leaveDrafts();
  await settled();
  onDisk = [draft({ text: 'as it was before', version: 7 })];
  await readThread(maya.id);
  expect(text()).toBe('not on the disk');
  isFull = false;
  write(maya.id, 'post', 'not on the disk, now it is');
  leaveDrafts();
  await settled();
  expect(onDisk[0]?.text).toBe('not on the disk, now it is');
});

it('says so until it is saved, which is tried again without a further key', async () => {
  vi.useFakeTimers();
  try {
    isFull = true;
    write(maya.id, 'post', 'not on the disk');
    await vi.advanceTimersByTimeAsync(6000);
    expect(get().notices).toMatchObject([
      { text: expect.stringMatching(/could not be saved/u), tone: 'trouble' },
    ]);
    isFull = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(onDisk[0]?.text).toBe('not on the disk');
    expect(get().notices).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

it('still says so while another draft is not saved, and saves that with the next', async () => {
  isFull = true;
  write(maya.id, 'post', 'not on the disk');
  leaveDrafts();
  await settled();
  const said = get().notices;
  expect(said).toHaveLength(1);
  isFull = false;
  write(maya.id, 'dm', 'saved at once');
  leaveDrafts();
  await settled();
  expect(get().notices).toEqual(said);
  await settled();
  await settled();
  expect(onDisk[0]?.text).toBe('not on the disk');
  expect(get().notices).toEqual([]);
});

it('gives back what was taken back as it was typed, once, under its id', async () => {
  write(maya.id, 'post', 'Two lines\n\nand a gap  ');
  const id = get().composing[maya.id]?.intents.post as OutboxId;
  clear(maya.id, 'post');
  expect(text()).toBe('');
  takeDraft(draft({ text: 'Two lines\n\nand a gap', version: 5, intention: id }));
  expect(text()).toBe('Two lines\n\nand a gap  ');
  expect(get().composing[maya.id]?.intents.post).toBe(id);
  leaveDrafts();
  await settled();
  takeDraft(draft({ text: 'changed elsewhere', version: 99, intention: id }));
  expect(text()).toBe('changed elsewhere');
});

it('saves while somebody types without a pause', async () => {
  vi.useFakeTimers();
  try {
    for (let key = 1; key <= 20; key += 1) {
      write(maya.id, 'post', 'x'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(onDisk[0]?.text.length).toBeGreaterThanOrEqual(10);
  } finally {
    vi.useRealTimers();
  }
});
