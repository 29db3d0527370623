import type { SearchAnswer } from '../../../shared/api/search.ts';
import type { Db } from '../../db/db.ts';
import { createSearch, type Search } from './search.ts';

/** Whoever runs searches for the desk: a thread of its own in the program, the desk's own in tests and benches. */
export type Searching = {
  /** Null: a later search with the same key took its place, or one that somebody waits for went before it. */
  run(search: Search, key: string): Promise<SearchAnswer | null>;
  close(): Promise<void>;
};

/** So long a search may take where nothing else waits for it; then it tells what it has, and where it was. */
export const deadlineMs = 2_000;
/** And so long where keys, claims and answers wait for it. */
const hereMs = 100;

/** Where there is no other thread. */
export const searchHere = (db: Db): Searching => {
  let search: ReturnType<typeof createSearch> | undefined;
  return {
    run(asked) {
      search ??= createSearch(db);
      return Promise.resolve(search(asked, before(performance.now() + hereMs)));
    },
    close: () => Promise.resolve(),
  };
};

/** Until this moment of the machine's own clock. */
export const before = (end: number) => (): boolean => performance.now() < end;
