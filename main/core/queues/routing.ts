import { compileRules, type Facts, type Matcher } from '../../../shared/fits.ts';
import type { QueueId } from '../../../shared/ids.ts';
import type { MessageKind, Queue } from '../../../shared/model.ts';
import type { Rule } from '../../../shared/rule.ts';
import type { Reader } from '../../db/db.ts';
import { removedTags } from '../tags/rows.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { keptQueues } from './rows.ts';

/** All rules of all queues in the order in which they are asked. */
export type Routing = {
  /** The first queue with a rule that fits, and that rule; undefined: no queue wants it. */
  find(facts: Facts): { queue: Pick<Queue, 'id' | 'name'>; rule: Rule } | undefined;
  asks: Matcher['asks'];
};

export const createRouting = (queues: readonly Pick<Queue, 'id' | 'name' | 'rules'>[]): Routing => {
  const all = queues.flatMap((queue) => queue.rules.map((rule) => ({ queue, rule })));
  const matcher = compileRules(all.map(({ rule }) => rule));
  return { find: (facts) => all[matcher(facts)], asks: matcher.asks };
};

/** Null where no queue has a rule: then nothing is to be found out about any thread. */
export const routingOf = (db: Reader): Routing | null => {
  const queues = keptQueues(db);
  let routing = made.get(queues);
  if (routing === undefined) {
    const isAsked = queues.some(({ rules }) => rules.length > 0);
    made.set(queues, (routing = isAsked ? createRouting(queues) : null));
  }
  return routing;
};
const made = new WeakMap<readonly Queue[], Routing | null>();

/**
 * The queue of an open thread, by the rules; null: none wants it, and it is shown as such. What counts is the customer's
 * first message of the current segment (since the thread was last closed), with the thread's own priority and tags: so
 * the order of arrival makes no difference, and an answer does not send a thread elsewhere.
 */
export const queueFor = (db: Reader, row: ThreadRow): QueueId | null =>
  routingOf(db)?.find(factsOf(db, row))?.queue.id ?? null;

/** The same, unless somebody moved the thread to a queue that is still in use. */
export const routed = (db: Reader, row: ThreadRow): Pick<ThreadRow, 'queue_id' | 'queue_by_hand'> => {
  if (row.queue_by_hand === 1 && keptQueues(db).some(({ id }) => id === row.queue_id)) {
    return { queue_id: row.queue_id, queue_by_hand: 1 };
  }
  // What rules ask of the first message can't be asked once that is gone: the thread stays where it was.
  if (row.gone > 0 && firstOf(db, row).gone_at !== null) return { queue_id: row.queue_id, queue_by_hand: 0 };
  return { queue_id: queueFor(db, row), queue_by_hand: 0 };
};

/** The queue of a thread that begins with this message, before either is written. */
export const queueOfFirst = (
  db: Reader,
  row: ThreadRow,
  message: { text: string; kind: MessageKind; lang: string | null },
): QueueId | null => {
  const routing = routingOf(db);
  if (routing === null) return null;
  return routing.find(factsOfFirst(db, row, message))?.queue.id ?? null;
};

/** What rules may ask of a thread that begins with this message. */
export const factsOfFirst = (
  db: Reader,
  row: ThreadRow,
  message: { text: string; kind: MessageKind; lang: string | null },
): Facts => ({
  accountId: row.account_id,
  priority: row.priority,
  kind: message.kind,
  text: message.text,
  lang: message.lang,
  get customerTags() {
    return tagsOf(db, row);
  },
});

/** What rules may ask of a thread; the first message and the customer's tags are looked up only if one does. */
export const factsOf = (db: Reader, row: ThreadRow): Facts => {
  let first: First | undefined;
  const message = (): First => (first ??= firstOf(db, row));
  return {
    accountId: row.account_id,
    priority: row.priority,
    get kind() {
      return message().kind;
    },
    get text() {
      return message().text;
    },
    get lang() {
      return message().lang;
    },
    get customerTags() {
      return tagsOf(db, row);
    },
  };
};

type First = { kind: MessageKind; text: string; lang: string | null; gone_at: number | null };

const firstOf = (db: Reader, { id, cleared_until }: ThreadRow): First => {
  const after = (time: number): First | undefined =>
    db.find<First>(
      "SELECT kind, text, lang, gone_at FROM messages WHERE thread_id = ? AND role = 'in' AND created_at > ? " +
        'ORDER BY created_at, id LIMIT 1',
      id,
      time,
    );
  const since = cleared_until === null ? undefined : after(cleared_until);
  return since ?? after(Number.MIN_SAFE_INTEGER) ?? { kind: 'post', text: '', lang: null, gone_at: null };
};

/**
 * Of the thread itself as it is about to stand, and of all others of its customer. Threads keep tags that were removed, but
 * no rule asks for those.
 */
const tagsOf = (db: Reader, row: ThreadRow): string[] => {
  const others = db.all<{ tags: string }>(
    'SELECT tags FROM threads WHERE customer_id = ? AND id <> ?',
    row.customer_id,
    row.id,
  );
  const removed = removedTags(db);
  return [row, ...others]
    .flatMap(({ tags }) => JSON.parse(tags) as string[])
    .filter((id) => !removed.has(id));
};
