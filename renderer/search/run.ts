import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';
import { myZone } from '../clocks/my-zone.ts';
import { focusPlace } from './moving.ts';
import { isTooShort, plainText } from './plain.ts';
import { placeInFocus, placesOf, search, setSearch, type SearchDesk } from './store.ts';

/** So many places a page. */
const perPage = 50;
/** What is longer is not offered again. */
const longestKept = 500;

/** And so many when all that is on screen is looked for again. */
const mostAgain = 100;

const asked = (
  { text, caret, order }: Pick<SearchDesk, 'text' | 'caret' | 'order'>,
  limit: number = perPage,
) => ({
  text,
  zone: myZone(),
  order,
  limit,
  ...(caret !== null && { caret }),
});

/** Whether what is on screen is what is asked for. */
export const isShown = ({ text, order, shown }: SearchDesk): boolean =>
  shown?.text === text && shown.order === order;

/** Looks for what is typed. What was found before stays on screen until there is something to put in its place. */
export const run = async (): Promise<void> => {
  const { text, caret, order } = search();
  if (text.trim() === '') {
    setSearch({ shown: null, place: null, isBusy: false, isGoing: false, problem: null });
    return;
  }
  if (isTooShort(search())) return;
  setSearch({ isBusy: true });
  const isStill = (): boolean => search().text === text && search().order === order;
  const isAgain = isShown(search());
  try {
    const limit = isAgain ? Math.min(mostAgain, Math.max(perPage, placesOf(search()).length)) : perPage;
    const answer = await call('search.run', { ...asked(search(), limit), before: null, key: 'archive' });
    // A later one is under way.
    if (answer === null || !isStill()) return;
    const { at, isGoing } = search();
    const before = isAgain ? placeInFocus(search())?.hit.id : undefined;
    setSearch({
      shown: { text, caret, order, ...answer, at: Date.now() },
      isBusy: false,
      problem: null,
      place: null,
    });
    const place = placesOf(search()).findIndex(({ hit }) => hit.id === before);
    if (place >= 0) setSearch({ place });
    else if (isGoing || at === 'places') focusPlace(0);
    setSearch({ isGoing: false });
  } catch (error) {
    if (isStill()) setSearch({ isBusy: false, isGoing: false, problem: failureOf(error).message });
  }
};

/** What was found further back, below what is shown. */
export const readOn = async (): Promise<void> => {
  const { shown, isReadingOn } = search();
  if (!shown || shown.next === null || isReadingOn) return;
  setSearch({ isReadingOn: true });
  try {
    const answer = await call('search.run', { ...asked(shown), before: shown.next, key: 'archive more' });
    if (answer === null || search().shown !== shown) return;
    const threads = [...shown.threads, ...answer.threads];
    setSearch({ shown: { ...shown, threads, next: answer.next, isCut: answer.isCut }, problem: null });
  } catch (error) {
    setSearch({ problem: failureOf(error).message });
  } finally {
    setSearch({ isReadingOn: false });
  }
};

/** What I looked for last; a convenience, so that what goes wrong with it is not worth a word. */
export const readRecent = async (): Promise<void> => {
  const recent = await call('search.recent', {}).catch(() => null);
  if (recent) setSearch({ recent });
};

export const forgetRecent = async (): Promise<void> => {
  const recent = await call('search.forget', {}).catch(() => null);
  if (recent) setSearch({ recent });
};

/** How much can be found already; when all of it can, what is on screen is looked for again. */
export const readIndex = async (): Promise<void> => {
  const before = search().index;
  const index = await call('search.state', {}).catch(() => null);
  if (!index) return;
  setSearch({ index });
  const wasBehind = before !== null && before.indexed < before.of;
  if (wasBehind && index.indexed >= index.of && search().shown !== null) await run();
};

/** I went through what was found: worth offering again. */
export const remember = async (): Promise<void> => {
  const text = plainText(search());
  if (text === '' || text.length > longestKept) return;
  const recent = await call('search.remember', { text }).catch(() => null);
  if (recent) setSearch({ recent });
};
