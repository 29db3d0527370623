import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { History } from '../../../shared/silence.ts';
import type { Db, Reader } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import type { Desk } from '../desk.ts';

/** The only file that writes `inbound_hours` and `inbound_counted`. */
const hourMs = 3_600_000;
/** So far back hours are counted on a desk that is older than the counting, and so long they are kept. */
const keptMs = 26 * 168 * hourMs;

/** Counting runs behind the desk, never in its way: a few milliseconds each second while it is behind, twice a minute while messages come. */
const perTurn = 500;
/** So many that nobody has counted yet are counted where somebody asks; more would be felt. */
const fewEnough = 2_000;
const betweenMs = 30_000;
const lastRun = new WeakMap<Db, Ms>();

export const countInbound: Chore = {
  name: 'inbound.count',
  apartMs: 1_000,
  dueAt(desk) {
    const behind = newestSeq(desk.db) - (countedSeq(desk.db) ?? 0);
    if (behind <= 0) return Infinity;
    return behind > perTurn ? 0 : (lastRun.get(desk.db) ?? 0) + betweenMs;
  },
  run(desk) {
    const { db, now } = desk;
    lastRun.set(db, now());
    const from = countedSeq(db) ?? firstSeq(desk);
    const to = Math.min(newestSeq(db), from + perTurn);
    db.transaction((tx) => {
      tx.db
        .statement(
          'INSERT INTO inbound_hours (account_id, kind, hour, messages) ' +
            `SELECT account_id, kind, created_at / ${hourMs} AS hour, count(*) FROM messages ` +
            "WHERE seq > ? AND seq <= ? AND role = 'in' GROUP BY account_id, kind, hour " +
            'ON CONFLICT DO UPDATE SET messages = messages + excluded.messages',
        )
        .run(from, to);
      tx.db.statement('INSERT OR REPLACE INTO inbound_counted (one, seq) VALUES (1, ?)').run(to);
      tx.db.statement('DELETE FROM inbound_hours WHERE hour < ?').run(Math.floor((now() - keptMs) / hourMs));
    });
  },
};

/** Counts what is left; false: that is too much for now, so nothing can be said yet of what is usual. */
export const isCounted = (desk: Desk): boolean => {
  const behind = newestSeq(desk.db) - (countedSeq(desk.db) ?? 0);
  if (behind > fewEnough) return false;
  for (let left = behind; left > 0; left -= perTurn) countInbound.run(desk);
  return true;
};

/** What is known of one kind of messages to an account; undefined: there never was one. */
export const inboundOf = (db: Reader, accountId: string, kind: MessageKind): History | undefined => {
  const rows = db.all<{ hour: number; messages: number }>(
    'SELECT hour, messages FROM inbound_hours WHERE account_id = ? AND kind = ? ORDER BY hour',
    accountId,
    kind,
  );
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return undefined;
  return {
    hours: new Map(rows.map(({ hour, messages }) => [hour, messages])),
    firstHour: first.hour,
    // When in that hour is not counted: at its end, so that the silence is rather thought shorter.
    lastAt: (last.hour + 1) * hourMs,
  };
};

const countedSeq = (db: Reader): number | undefined =>
  db.find<{ seq: number }>('SELECT seq FROM inbound_counted')?.seq;

const newestSeq = (db: Reader): number =>
  db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0;

/** The last message that is too old to matter, by halving: the order of arrival is the order of `received_at`. */
const firstSeq = ({ db, now }: Desk): number => {
  let low = 0;
  let high = newestSeq(db);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = db.find<{ received_at: Ms }>(
      'SELECT received_at FROM messages WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
      middle,
    );
    if (row && row.received_at >= now() - keptMs) high = middle - 1;
    else low = middle;
  }
  return low;
};
