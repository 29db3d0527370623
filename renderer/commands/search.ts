import type { CommandId } from '../../shared/commands.ts';
import type { searchCommands } from '../../shared/commands/search.ts';
import { focusPlace, movePlaceBy, toField, toFound } from '../search/moving.ts';
import { placeInFocus, placesOf, search, setSearch, setText } from '../search/store.ts';
import { get, set } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';
import { openThread } from '../store/thread.ts';
import { columnCap } from './columns.ts';
import { goTo } from './desks.ts';
import { toDom } from './move.ts';
import { goToOwn } from './own-desks.ts';

const show = (): void => {
  const { desk, namedDesk } = get();
  if (desk !== 'archive') {
    setSearch({ cameFrom: { desk, namedDesk } });
    set({ isReadingWide: false });
    goTo('archive');
  }
  toField();
};

/** The same in the Archive: for what is found beyond the column, and in which words. */
export const openSearch = (text: string): void => {
  setText(text);
  show();
};

/** What is typed before the field is on screen is for the field: a letter must not act on a thread meanwhile. */
export const takeForSearch = (event: KeyboardEvent): boolean => {
  const { desk, overlay } = get();
  const { isFieldWanted, text } = search();
  const isTyped = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
  if (desk !== 'archive' || overlay !== null || !isFieldWanted || !isTyped) return false;
  setText(text + event.key, text.length + 1);
  return true;
};

const openHit = async (): Promise<void> => {
  const found = placeInFocus(search());
  if (!found) return;
  const { threadId } = found.thread;
  const { part, id } = found.hit;
  set({ sought: { threadId, part, id }, wantsFocus: 'pane' });
  await openThread(threadId);
};

const closeForm = (): void => {
  setSearch({ isFormOpen: false });
  toField();
};

const back = (): void => {
  if (document.activeElement?.closest('[data-search-form]')) return closeForm();
  if (search().at === 'places') return toField();
  const { cameFrom } = search();
  const { desk, namedDesk } = cameFrom ?? { desk: 'triage' as const, namedDesk: null };
  setSearch({ isFieldWanted: false, isGoing: false });
  if (namedDesk === null) goTo(desk);
  else goToOwn(namedDesk);
  toDom(get().activeColumn);
};

export const searchRun: Record<keyof typeof searchCommands, () => void | Promise<void>> = {
  'desk.archive': () => {
    show();
    if (search().place !== null) toFound();
  },
  'search.open': show,
  'search.down': () => movePlaceBy(1),
  'search.up': () => (search().place === 0 ? toField() : movePlaceBy(-1)),
  'search.first': () => focusPlace(0),
  'search.last': () => focusPlace(Infinity),
  'search.openHit': openHit,
  'search.back': back,
  'search.order': () => setSearch(({ order }) => ({ order: order === 'newest' ? 'best' : 'newest' })),
  'search.keep': () => set({ overlay: 'keep-search' }),
  'search.form': () => (search().isFormOpen ? closeForm() : setSearch({ isFormOpen: true })),
};

type Rule = (desk: Desk) => string | null;

const here: Rule = ({ desk }) => (desk === 'archive' ? null : '');
const atPlaces: Rule = (desk) => here(desk) ?? (placesOf(search()).length > 0 ? null : '');
const inArchive: Rule = ({ desk }) => (desk === 'archive' ? null : 'Search for something first, with /.');

export const searchRules = {
  'desk.archive': ({ desk }) => (desk === 'archive' ? 'You are in the Archive.' : null),
  'search.down': atPlaces,
  'search.up': atPlaces,
  'search.first': atPlaces,
  'search.last': atPlaces,
  'search.openHit': (desk) => here(desk) ?? (placeInFocus(search()) ? null : ''),
  'search.back': here,
  'search.order': (desk) =>
    inArchive(desk) ?? (search().text.trim() === '' ? 'Search for something first.' : null),
  'search.keep': (desk) => {
    const why = inArchive(desk);
    if (why !== null) return why;
    if (search().text.trim() === '') return 'Search for something first.';
    return desk.settings.columns.length < columnCap || desk.settings.desks.length > 0
      ? null
      : `Triage has ${columnCap} columns, which is the most. Remove one first.`;
  },
  'search.form': inArchive,
} satisfies Partial<Record<CommandId, Rule>>;
