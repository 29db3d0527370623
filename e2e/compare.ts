import type { Kept } from './kept.ts';
import type { Truth } from './truth.ts';

/** What a desk must have on disk, and has; equal lists mean nothing was lost, doubled or invented. */
export type Comparison = {
  messages: { expected: string[]; found: string[] };
  reposts: { expected: string[]; found: string[] };
  /** Customers of an account with another number of open threads than one. */
  split: string[];
  /** Threads whose counter differs from the messages in them. */
  miscounted: number;
  /** Messages of customers that stand in no thread, and rows the network knows nothing of. */
  stray: string[];
  /** Messages that were edited since, and are kept as they were before. */
  stale: string[];
};

export const compare = (truth: Truth, kept: Kept): Comparison => {
  const brands = new Set(truth.brands.map(({ id }) => id));
  const known = new Set([...truth.posts, ...truth.directs].map(({ id }) => id));
  const inbound = kept.messages.filter(({ role }) => role === 'in');
  return {
    messages: {
      expected: [...postsFor(truth, false), ...directsFor(truth, brands)].sort(),
      found: inbound.map(({ account, kind, remote_id }) => `${account} ${kind} ${remote_id}`).sort(),
    },
    reposts: {
      expected: postsFor(truth, true).sort(),
      found: kept.reposts.map(({ account, remote_id }) => `${account} post ${remote_id}`).sort(),
    },
    split: splitCustomers(kept),
    miscounted: kept.threads.filter(({ inbound, said }) => inbound !== said).length,
    stale: staleIn(truth, kept),
    stray: [
      ...inbound
        .filter(({ thread_id }) => thread_id === null)
        .map(({ remote_id }) => `no thread: ${remote_id}`),
      ...kept.messages
        .filter(({ remote_id }) => !known.has(remote_id))
        .map(({ remote_id }) => `invented: ${remote_id}`),
    ],
  };
};

const postsFor = ({ posts }: Truth, areReposts: boolean): string[] =>
  posts
    .filter(({ repostOf, isDeleted }) => (repostOf !== undefined) === areReposts && !isDeleted)
    // All versions of a post are one message, by the name of the first.
    .filter(({ id, versions }) => versions[0] === id)
    .flatMap(({ id, reaches }) => reaches.map((brand) => `${brand} post ${id}`));

/** Where the network shows a newer version, and would have told this account of it. */
const staleIn = ({ posts }: Truth, kept: Kept): string[] => {
  const newest = new Map(
    posts
      .filter(({ versions, id, isDeleted }) => versions.at(-1) === id && versions.length > 1 && !isDeleted)
      .map((post) => [post.versions[0], post]),
  );
  return kept.messages.flatMap(({ account, remote_id, version_id, role }) => {
    const post = role === 'in' ? newest.get(remote_id) : undefined;
    const isTold = post?.reaches.includes(account) ?? false;
    return isTold && post?.id !== version_id ? [`${account} post ${remote_id}: edited to ${post?.id}`] : [];
  });
};

const directsFor = ({ directs }: Truth, brands: ReadonlySet<string>): string[] =>
  directs
    .filter(({ recipientId }) => brands.has(recipientId))
    .map(({ id, recipientId }) => `${recipientId} dm ${id}`);

const splitCustomers = ({ threads }: Kept): string[] => {
  const open = new Map<string, number>();
  for (const { account, customer_id, is_open } of threads) {
    const name = `${account} ${customer_id}`;
    open.set(name, (open.get(name) ?? 0) + is_open);
  }
  return [...open].filter(([, count]) => count !== 1).map(([name, count]) => `${name}: ${count}`);
};
