import { create } from 'zustand';
import type { FoundThread, Hit, SearchState } from '../../shared/api/search.ts';
import type { Ms } from '../../shared/model.ts';
import type { DeskName } from '../store/state.ts';

export type SearchOrder = 'newest' | 'best';

/** What is on screen, and what was asked for it. */
export type Shown = {
  text: string;
  caret: number | null;
  order: SearchOrder;
  /** In the order in which they were found; a thread stands again where a further page has more of it. */
  threads: readonly FoundThread[];
  next: number | null;
  isCut: boolean;
  isCapped: boolean;
  at: Ms;
};

/** The desk of the archive in this window; only it reads it, and its commands. */
export type SearchDesk = {
  text: string;
  /** Where the caret stood when the text was last typed; null: it was not typed (a recent search, the form). */
  caret: number | null;
  order: SearchOrder;
  shown: Shown | null;
  isBusy: boolean;
  isReadingOn: boolean;
  problem: string | null;
  /** The place in focus, among all that are shown; null: none yet. */
  place: number | null;
  /** Where the keyboard is, or is to go as soon as that is on screen. */
  at: 'field' | 'places';
  /** The field is to take the keyboard; what is typed until it has it is kept for it. */
  isFieldWanted: boolean;
  /** Enter was pressed before there was anything to go to. */
  isGoing: boolean;
  isFormOpen: boolean;
  cameFrom: { desk: DeskName; namedDesk: string | null } | null;
  recent: readonly string[];
  index: SearchState | null;
};

export const useSearch = create<SearchDesk>(() => ({
  text: '',
  caret: null,
  order: 'newest',
  shown: null,
  isBusy: false,
  isReadingOn: false,
  problem: null,
  place: null,
  at: 'field',
  isFieldWanted: false,
  isGoing: false,
  isFormOpen: false,
  cameFrom: null,
  recent: [],
  index: null,
}));

export const search = useSearch.getState;
export const setSearch = useSearch.setState;

/** One place found, with its thread; `isFirst`: its thread is named above it. */
export type Place = { thread: FoundThread; hit: Hit; isFirst: boolean };

/** Known by the answer they came with, so that they are strung out once. */
const strung = new WeakMap<readonly FoundThread[], readonly Place[]>();
const none: readonly Place[] = [];

export const placesOf = ({ shown }: Pick<SearchDesk, 'shown'>): readonly Place[] => {
  if (!shown) return none;
  let places = strung.get(shown.threads);
  if (!places) {
    places = shown.threads.flatMap((thread) =>
      thread.hits.map((hit, at) => ({ thread, hit, isFirst: at === 0 })),
    );
    strung.set(shown.threads, places);
  }
  return places;
};

export const placeInFocus = (desk: SearchDesk): Place | undefined =>
  desk.place === null ? undefined : placesOf(desk)[desk.place];

/** The text as it is to be: typed with the caret there, or put there by something else. */
export const setText = (text: string, caret: number | null = null): void =>
  setSearch({ text, caret, isGoing: false });
