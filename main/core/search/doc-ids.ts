import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';

/** Nothing here is older than the first network it came from; ids stay exact numbers until 2075. */
const epochMs = Date.UTC(2006, 0);
const perMs = 4096;
/** So far above its place an id may lie where thousands were written in one millisecond (an import of whole days). */
const slackMs = 60_000;

/** The least id of what was written then or later. */
export const idsFrom = (at: Ms): number =>
  Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.floor(at) - epochMs) * perMs);

/** Above the id of all that was written before then. */
export const idsBefore = (at: Ms): number => idsFrom(at + slackMs);

/** All that was written at or after this moment has an id as great or greater. */
export const writtenFrom = (id: number): Ms => (id === 0 ? 0 : Math.floor(id / perMs) + epochMs + slackMs);

/** The next free id of a moment: after all of the same millisecond; where it is full, of the ones after. */
export const freeId = (db: Reader, at: Ms): number => {
  for (let from = idsFrom(at); ; from += perMs) {
    const last = db.find<{ id: number | null }>(
      'SELECT max(id) AS id FROM search_docs WHERE id >= ? AND id < ?',
      from,
      from + perMs,
    );
    const id = (last?.id ?? from - 1) + 1;
    if (id < from + perMs) return id;
  }
};
