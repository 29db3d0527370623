import { set } from '../store/desk.ts';
import { placesOf, search, setSearch } from './store.ts';

/** The keyboard goes to the search field, and what is in it is chosen: typing replaces it. */
export const toField = (): void => {
  set({ region: 'search' });
  setSearch({ at: 'field', isFieldWanted: true, isGoing: false });
};

/** The keyboard goes back to the place in focus, or to the field where there is none. */
export const toFound = (): void => {
  if (search().place === null) return toField();
  setSearch({ at: 'places', isFieldWanted: false });
  set({ region: 'search' });
};

export const movePlaceBy = (step: number): void => {
  const { place } = search();
  focusPlace(place === null ? 0 : place + step);
};

export const focusPlace = (place: number): void => {
  const last = placesOf(search()).length - 1;
  if (last < 0) return;
  setSearch({ place: Math.min(Math.max(place, 0), last), at: 'places', isFieldWanted: false });
  set({ region: 'search' });
};
