import type { Desk } from '../desk.ts';

/** So many are offered again. */
const most = 12;

type Mine = Pick<Desk, 'db' | 'me' | 'now'>;

/**
 * The only file that writes `search_recent`. It is in no log: what somebody looked for is nobody else's business, is no part of
 * what happened at this desk, and often holds a name.
 */
export const recentSearches = ({ db, me }: Pick<Mine, 'db' | 'me'>): string[] =>
  db
    .all<{ text: string }>('SELECT text FROM search_recent WHERE agent_id = ? ORDER BY at DESC, text', me)
    .map(({ text }) => text);

export const rememberSearch = ({ db, me, now }: Mine, text: string): string[] => {
  db.transaction(() => {
    db.statement('INSERT OR REPLACE INTO search_recent (agent_id, text, at) VALUES (?, ?, ?)').run(
      me,
      text,
      now(),
    );
    db.statement(
      'DELETE FROM search_recent WHERE agent_id = ? AND text NOT IN ' +
        `(SELECT text FROM search_recent WHERE agent_id = ? ORDER BY at DESC, text LIMIT ${most})`,
    ).run(me, me);
  });
  return recentSearches({ db, me });
};

export const forgetSearches = ({ db, me }: Pick<Mine, 'db' | 'me'>): string[] => {
  db.transaction(() => void db.statement('DELETE FROM search_recent WHERE agent_id = ?').run(me));
  return [];
};
