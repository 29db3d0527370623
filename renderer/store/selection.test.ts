import { beforeEach, describe, expect, it } from 'vitest';
import { card, threadId } from '../testing/cards.ts';
import { emptyColumn } from './column.ts';
import { blank, get, set } from './desk.ts';
import { clearSelection, extendTo, isSelected, selectAll, selectFilter, toggle } from './selection.ts';
import { targets } from './targets.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const id = threadId;
const chosen = (): string[] => {
  const { selection } = get();
  return selection?.by === 'ids' ? [...selection.ids].sort() : [];
};

beforeEach(() => {
  const column = emptyColumn({ id: 'new', title: 'New', filter: { status: 'new' }, order: 'newest' });
  set({
    ...blank(),
    cards: new Map(names.map((name) => [id(name), card(name)])),
    columns: { new: { ...column, ids: names.map(id) } },
    activeColumn: 'new',
    focused: { new: id('b') },
  });
});

describe('a selection', () => {
  it('is toggled one by one, and gone with the last', () => {
    toggle('new', id('a'));
    toggle('new', id('c'));
    toggle('new', id('a'));
    expect(chosen()).toEqual(['c']);
    toggle('new', id('c'));
    expect(get().selection).toBeNull();
  });

  it('reaches from where it began, either way, and keeps what was chosen before', () => {
    toggle('new', id('e'));
    toggle('new', id('c'));
    extendTo('new', id('a'));
    expect(chosen()).toEqual(['a', 'b', 'c', 'e']);
    extendTo('new', id('d'));
    expect(chosen()).toEqual(names);
  });

  it('reaches from the row in focus when nothing was chosen', () => {
    extendTo('new', id('d'));
    expect(chosen()).toEqual(['b', 'c', 'd']);
  });

  it('is by the filter when everything is meant, whatever is shown', () => {
    selectFilter('new', 500);
    expect(isSelected(get(), 'new', id('a'))).toBe(true);
    expect(isSelected(get(), 'mine', id('a'))).toBe(false);
    expect(targets(get())).toEqual({ target: { filter: { status: 'new' } }, count: 500, only: null });
  });
});

describe('what a command acts on', () => {
  it('is the thread in focus, or the selection, and never the selection while one reads a thread', () => {
    expect(targets(get())).toMatchObject({ only: 'b', count: 1 });
    selectAll('new');
    expect(targets(get())).toMatchObject({ only: null, count: 5 });
    set({ region: 'thread', thread: null });
    expect(targets(get())).toBeNull();
    set({ region: 'columns' });
    clearSelection();
    toggle('new', id('d'));
    expect(targets(get())).toMatchObject({ only: 'd', count: 1 });
  });
});
