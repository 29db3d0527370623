import type { CsvRow } from './csv-rows.ts';

/** What has to be known of every row of a table before any can be told whose it is. Rows are told by their place. */
export type Links = {
  note(row: CsvRow): void;
  /** Their place, by the id the file gives. */
  find(id: string | null): number | undefined;
  authorAt(place: number): string;
  timeAt(place: number): number;
  replyAt(place: number): string | null;
  /** Whether a row stands in a conversation in which our account speaks, or is spoken to. */
  isOurs(place: number): boolean;
  /** Everybody who wrote for a brand, or as one, by how much. */
  readonly speakers: ReadonlyMap<string, number>;
  readonly ids: { ofX: number; ofFile: number };
};

/** Conversations are what answers joins together, whichever of their rows comes first. */
export const createLinks = (ours: string): Links => {
  const places = new Map<string, number>();
  const authors: string[] = [];
  const replies: (string | null)[] = [];
  const times: number[] = [];
  const parents: number[] = [];
  const speaks: boolean[] = [];
  const speakers = new Map<string, number>();
  const interned = new Map<string, string>();
  const ids = { ofX: 0, ofFile: 0 };
  let isJoined = false;
  const mention = new RegExp(`@${escaped(ours)}(?![\\w])`, 'iu');
  const same = folded(ours);

  const rootOf = (place: number): number => {
    let at = place;
    while (parents[at] !== at) {
      const up = parents[at] ?? at;
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  const join = (): void => {
    isJoined = true;
    for (const [place, reply] of replies.entries()) {
      const to = reply === null ? undefined : places.get(reply);
      if (to === undefined) continue;
      const [a, b] = [rootOf(place), rootOf(to)];
      if (a === b) continue;
      parents[a] = b;
      speaks[b] = speaks[a] === true || speaks[b] === true;
    }
  };

  return {
    note(row) {
      const place = authors.length;
      const author = interned.get(row.author) ?? row.author;
      interned.set(author, author);
      authors.push(author);
      replies.push(row.replyTo);
      times.push(row.at);
      parents.push(place);
      speaks.push(
        folded(row.author) === same ||
          (row.to !== null && folded(row.to) === same) ||
          (ours !== '' && mention.test(row.text)),
      );
      if (row.id !== null && !places.has(row.id)) places.set(row.id, place);
      if (row.isIn === false || row.isIn === null) speakers.set(author, (speakers.get(author) ?? 0) + 1);
    },
    find: (id) => (id === null ? undefined : places.get(id)),
    authorAt: (place) => authors[place] ?? '',
    timeAt: (place) => times[place] ?? 0,
    replyAt: (place) => replies[place] ?? null,
    isOurs(place) {
      if (!isJoined) join();
      return speaks[rootOf(place)] === true;
    },
    speakers,
    ids,
  };
};

export const folded = (name: string): string => name.toLowerCase();
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
