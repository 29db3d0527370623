import type { Look } from '../../../shared/audit/look.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Message, Ms } from '../../../shared/model.ts';
import { appendRecord } from '../../db/changes.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';

/** Direct messages somebody was shown: their ids, oldest first. */
export type Shown = { threadId: ThreadId; ids: readonly string[] };

/** Who saw which direct messages: written down by itself, a moment later, several in one transaction. */
export type Looks = {
  /** Somebody was shown these. Costs no write now; within `soonMs` it is in the log. */
  saw(who: AgentId, how: Look['how'], shown: Shown): void;
  /** They have the thread open: what came since they opened it is before their eyes too. */
  stillSees(who: AgentId, threadId: ThreadId): void;
  /** Writes down at once what is not written yet: before the end, and before the log is read. */
  flush(): void;
  close(): void;
};

/** What a crash may cost. */
const soonMs = 400;
/** After a failure (a full disk): nothing is forgotten meanwhile. */
const retryMs = 5_000;
/**
 * So long, what was shown already is not written down as seen once more: it is counted, and the count follows. Results of a
 * search come with every letter, and again whenever a column of it is read.
 */
const withinMs: Record<Look['how'], Ms> = {
  opened: 60_000,
  found: 3_600_000,
  replayed: 60_000,
};
/** Counts are looked through so often. */
const countMs = 60_000;
/** Of the newest threads somebody had open. */
const keptOpen = 2_000;

type Entry = {
  who: AgentId;
  threadId: ThreadId;
  how: Look['how'];
  since: Ms;
  ids: Set<string>;
  again: number;
};
type Row = { who: AgentId; threadId: ThreadId; at: Ms; look: Look };

export const createLooks = (desk: Pick<Desk, 'db' | 'now' | 'onTrouble'>): Looks => {
  const { db, now, onTrouble } = desk;
  const entries = new Map<string, Entry>();
  /** Up to which arrival a person has seen a thread that they opened. */
  const upto = new Map<string, number>();
  let pending: Row[] = [];
  let soon: ReturnType<typeof setTimeout> | undefined;
  let counting: ReturnType<typeof setTimeout> | undefined;

  const write = (row: Row): void => {
    pending.push(row);
    soon ??= setTimeout(flush, soonMs);
  };

  const flush = (): void => {
    clearTimeout(soon);
    soon = undefined;
    if (pending.length === 0 || !db.raw.open) return;
    const rows = pending;
    try {
      db.transaction((tx) => {
        const last = tx.find<{ at: Ms }>('SELECT at FROM changes ORDER BY seq DESC LIMIT 1')?.at ?? 0;
        for (const { who, threadId, at, look } of rows)
          appendRecord(tx, { op: 'thread.seen', agent: who, at: inOrder(at, last), threadId, input: look });
      });
      pending = [];
    } catch (error) {
      onTrouble(error);
      soon = setTimeout(flush, retryMs);
    }
  };

  /** Nobody is kept from ending by it: the end counts too. */
  const countLater = (): void => {
    counting ??= setTimeout(() => count(false), countMs).unref();
  };

  /** Writes the counts of looks that are over, and forgets them. */
  const count = (isEnd: boolean): void => {
    clearTimeout(counting);
    counting = undefined;
    for (const [key, { who, threadId, how, since, again }] of entries) {
      if (!isEnd && now() - since < withinMs[how]) continue;
      entries.delete(key);
      if (again > 0) write({ who, threadId, at: now(), look: { how, again } });
    }
    if (entries.size > 0 && !isEnd) countLater();
  };

  const saw: Looks['saw'] = (who, how, { threadId, ids }) => {
    if (ids.length === 0) return;
    const key = `${who} ${how} ${threadId}`;
    let entry = entries.get(key);
    if (entry && now() - entry.since >= withinMs[how]) {
      if (entry.again > 0) write({ who, threadId, at: now(), look: { how, again: entry.again } });
      entry = undefined;
    }
    if (!entry) entries.set(key, (entry = { who, threadId, how, since: now(), ids: new Set(), again: 0 }));
    const known = entry.ids;
    const fresh = ids.filter((id) => !known.has(id));
    if (fresh.length === 0) entry.again += 1;
    else {
      for (const id of fresh) known.add(id);
      write({ who, threadId, at: now(), look: lookAt(how, fresh) });
    }
    countLater();
  };

  return {
    saw(who, how, shown) {
      saw(who, how, shown);
      if (how === 'opened') remember(upto, `${who} ${shown.threadId}`, newestOf(db));
    },
    stillSees(who, threadId) {
      const key = `${who} ${threadId}`;
      const seen = upto.get(key);
      if (seen === undefined || seen === newestOf(db)) return;
      const newer = db.all<{ id: string }>(newerDirect, threadId, seen);
      remember(upto, key, newestOf(db));
      saw(who, 'opened', { threadId, ids: newer.map(({ id }) => id) });
    },
    flush,
    close() {
      count(true);
      flush();
      clearTimeout(soon);
      clearTimeout(counting);
    },
  };
};

/** What was done meanwhile is in the log already: its times go on, by a moment, unless the clock was set back. */
const inOrder = (at: Ms, last: Ms): Ms => (at < last && last - at <= 2 * retryMs ? last : at);

/** The direct messages among these, as they were shown: of one that is gone there is nothing to see. */
export const directOf = (messages: readonly Pick<Message, 'id' | 'kind' | 'gone'>[]): string[] =>
  messages.filter(({ kind, gone }) => kind === 'dm' && gone === null).map(({ id }) => id);

const lookAt = (how: Look['how'], ids: readonly string[]): Look =>
  how === 'found'
    ? { how, ids: [...ids] }
    : { how, from: ids[0] ?? '', upto: ids.at(-1) ?? '', count: ids.length };

const remember = (map: Map<string, number>, key: string, value: number): void => {
  map.delete(key);
  map.set(key, value);
  if (map.size <= keptOpen) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
};

const newestOf = (db: Reader): number =>
  db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM messages')?.seq ?? 0;

/** The seq of a message goes by its arrival. */
const newerDirect =
  "SELECT id FROM messages WHERE thread_id = ? AND kind = 'dm' AND gone_at IS NULL AND seq > ? " +
  'ORDER BY created_at, id LIMIT 100';
