import { linksIn } from '../../../shared/compose.ts';
import type { Ms } from '../../../shared/model.ts';
import { prices as listed } from '../../../shared/prices.ts';
import type { Charge } from '../provider.ts';
import type { Call } from './api.ts';
import { isJson, type Json } from './json.ts';

/**
 * X's published prices, in millionths of a US dollar. A summoned reply with a link is not on the list: the dearer one counts.
 * Reading is a fifth of this for the account that owns the app; X does not tell whether it does, so it counts in full.
 */
const prices = {
  'read-post': listed.readPost,
  'read-user': listed.readUser,
  'read-direct': 10_000,
  post: 15_000,
  'post-with-link': 200_000,
  reply: 10_000,
  direct: 15_000,
} as const;

export type Priced = keyof typeof prices;

/**
 * What the calls of one account have cost and nobody has been told yet. X counts each thing it tells once in a UTC day; what
 * this program was told before its last start is counted again, so the sum may be above the bill, never below it.
 */
export type Meter = {
  answered(call: Call, body: Json): void;
  /** Taken or not, nobody knows: it counts as taken. */
  doubtful(call: Call): void;
  take(): Charge[];
};

export const createMeter = (rules: { now: () => Ms }): Meter => {
  const due = new Map<Priced, number>();
  /** Of the account itself: an answer to one of these is summoned by nobody, and costs as a post. */
  const own = new Set<string>();
  let day = '';
  let told = new Set<string>();

  const charge = (what: Priced | null): void => {
    if (what !== null) due.set(what, (due.get(what) ?? 0) + 1);
  };

  const read = (what: Priced, entries: unknown): void => {
    const today = new Date(rules.now()).toISOString().slice(0, 10);
    if (today !== day) [day, told] = [today, new Set()];
    for (const entry of Array.isArray(entries) ? entries : [entries]) {
      const key = isJson(entry) ? `${what}:${String(entry['id'])}` : undefined;
      if (key === undefined || told.has(key)) continue;
      told.add(key);
      charge(what);
    }
  };

  return {
    answered: (call, body) => {
      if (call.method === 'POST') {
        charge(priceOf(call, own));
        return remember(own, call.path === 'tweets' ? [body['data']] : []);
      }
      if (call.path === 'media/upload') return undefined;
      if (/^users\/\d+\/tweets$/.test(call.path)) remember(own, body['data']);
      read(toldBy(call.path) ?? 'read-post', body['data']);
      const includes = isJson(body['includes']) ? body['includes'] : {};
      read('read-post', includes['tweets'] ?? includes['posts'] ?? []);
      return read('read-user', includes['users'] ?? []);
    },
    doubtful: (call) => {
      if (call.method === 'POST') charge(priceOf(call, own));
    },
    take: () => {
      const charges = [...due].map(([what, units]) => ({ what, units, micros: units * prices[what] }));
      due.clear();
      return charges;
    },
  };
};

/** Null: posts. */
const toldBy = (path: string): Priced | null => {
  if (path === 'dm_events') return 'read-direct';
  return /^users(\/me)?$/.test(path) ? 'read-user' : null;
};

const priceOf = (
  { path, body }: Extract<Call, { method: 'POST' }>,
  own: ReadonlySet<string>,
): Priced | null => {
  if (path.startsWith('dm_conversations/')) return 'direct';
  if (path !== 'tweets') return null;
  const text = body?.['text'];
  if (typeof text === 'string' && linksIn(text).length > 0) return 'post-with-link';
  const reply = body?.['reply'];
  return isJson(reply) && !own.has(String(reply['in_reply_to_tweet_id'])) ? 'reply' : 'post';
};

const remember = (own: Set<string>, posts: unknown): void => {
  for (const post of Array.isArray(posts) ? posts : [])
    if (isJson(post) && typeof post['id'] === 'string') own.add(post['id']);
};
