import { describe, expect, it } from 'vitest';
import type { FoundThread, Hit } from '../../shared/api/search.ts';
import { threadId } from '../testing/cards.ts';
import { stillThere } from './still-there.ts';
import type { Shown } from './store.ts';
import { foundWords, whatWords } from './words.ts';

const hit = (id: string, change: Partial<Hit> = {}): Hit => ({
  ...{ part: 'message', id, at: 0, text: `words of ${id}`, isCutBefore: false, isCutAfter: false },
  ...{ places: [[0, 5]], agentId: null },
  message: { kind: 'post', direction: 'in', handle: 'maya', gone: null },
  ...change,
});
const thread = (id: string, ...hits: Hit[]): FoundThread => ({
  ...{
    threadId: threadId(id),
    accountId: 'x:account:1' as never,
    status: 'new',
    handle: 'maya',
    name: 'Maya',
  },
  hits,
});
const shown = (change: Partial<Shown> = {}): Shown => ({
  ...{ text: 'words', caret: null, order: 'newest', next: null, isCut: false, isCapped: false, at: 0 },
  threads: [thread('a', hit('1'), hit('2')), thread('b', hit('3'))],
  ...change,
});

describe('how much was found', () => {
  it.each([
    [shown(), '3 places in 2 threads.'],
    [shown({ next: 5 }), '3 places in 2 threads, and more.'],
    [shown({ next: 5, isCut: true }), '3 places in 2 threads in two seconds of looking; there may be more.'],
    [shown({ order: 'best' }), '3 places in 2 threads, the best first.'],
    [shown({ order: 'best', isCapped: true }), '3 places in 2 threads, the best of the newest 400 found.'],
    [shown({ threads: [] }), 'Nothing found.'],
    [shown({ threads: [], isCut: true }), 'Nothing found in two seconds of looking.'],
    [shown({ threads: [thread('a', hit('1')), thread('a', hit('2'))] }), '2 places in 1 thread.'],
  ])('is told as it is: %#', (found, words) => expect(foundWords(found)).toBe(words));
});

describe('what a place is', () => {
  const message = { kind: 'post', direction: 'in', handle: 'maya', gone: null } as const;
  it.each([
    [hit('1'), null, ''],
    [hit('1', { message: { ...message, handle: 'nils' } }), null, '@nils'],
    [hit('1', { message: { ...message, kind: 'dm' } }), null, 'Direct message'],
    [hit('1', { message: { ...message, direction: 'out' } }), 'AB', 'Answer by AB'],
    [hit('1', { message: { ...message, direction: 'out' } }), null, 'Answer of the brand'],
    [hit('1', { message: { ...message, direction: 'out', kind: 'dm' } }), 'AB', 'Direct message by AB'],
    [hit('1', { part: 'note', message: null }), 'CD', 'Note by CD'],
    [hit('1', { part: 'call', message: null }), 'CD', 'Noted of a call by CD'],
    [hit('1', { part: 'promise', message: null }), 'CD', 'A call was promised by CD'],
  ])('is said where it is not what the customer wrote in public: %#', (one, by, words) =>
    expect(whatWords(one, by, 'maya')).toBe(words),
  );
});

describe('what is on screen', () => {
  const gone = { at: 1, because: 'deleted' } as const;
  it('loses the words that are gone at their source, and keeps that they were', () => {
    const message = { id: '2', gone } as never;
    const left = stillThere(shown(), { messages: [message], gone: [] });
    expect(left.threads[0]?.hits.map(({ text }) => text)).toEqual(['words of 1', '']);
    expect(left.threads[0]?.hits[1]).toMatchObject({ places: [], message: { gone: 'deleted' } });
  });
  it('loses a thread that is no more', () => {
    const left = stillThere(shown(), { messages: [], gone: [threadId('a')] });
    expect(left.threads.map(({ threadId: id }) => id)).toEqual(['b']);
  });
  it('stays the same otherwise', () => {
    const before = shown();
    expect(stillThere(before, { messages: [{ id: '9', gone } as never], gone: [threadId('z')] })).toBe(
      before,
    );
  });
});
