import { compare } from '../e2e/compare.ts';
import type { Kept } from '../e2e/kept.ts';
import type { Truth } from '../e2e/truth.ts';
import { tokenIn } from './plan.ts';

/** An answer as the desk has it in the end. */
export type Item = {
  id: string;
  text: string;
  state: string;
  code: string | null;
  remote_id: string | null;
  in_reply_to: string | null;
};

export type Verdict = {
  /** Answers that the network has more than once. */
  twice: string[];
  /** Answers that the desk had promised to send, and that are neither there nor refused by the network. */
  lost: string[];
  /** What the desk says of an answer is not so. */
  wrong: string[];
  /** Messages of customers that the desk does not have, and does not say that it may miss. */
  missing: string[];
  /** Anything else that the two sides tell differently. */
  odd: string[];
  counts: { sent: number; refused: number; inbound: number };
};

/** Compares what the desk has on disk with what really happened. `taken`: the ids that it promised to send. */
export const judge = (
  taken: ReadonlySet<string>,
  items: readonly Item[],
  kept: Kept,
  truth: Truth,
): Verdict => {
  const there = deliveries(truth);
  const known = new Map(items.map((item) => [item.id, item]));
  const gone = new Set(
    truth.posts
      .filter(({ isDeleted, supersededBy }) => isDeleted || supersededBy !== null)
      .map(({ id }) => id),
  );
  const isRefusal = ({ in_reply_to }: Item): boolean => in_reply_to !== null && gone.has(in_reply_to);

  const lost = [...taken].filter((id) => !known.has(id));
  const wrong: string[] = [];
  const counts = { sent: 0, refused: 0, inbound: 0 };
  for (const item of items) {
    const ids = there.get(tokenIn(item.text) ?? '') ?? [];
    const what = `${tokenIn(item.text)} ${item.state}${item.code === null ? '' : ` (${item.code})`}`;
    if (item.state === 'sent') {
      counts.sent += 1;
      if (ids.length === 0) wrong.push(`${what}, but the network has nothing`);
      else if (!ids.includes(item.remote_id ?? ''))
        wrong.push(`${what} as ${item.remote_id}, but it is ${ids.join(' and ')}`);
    } else if (ids.length > 0) wrong.push(`${what}, but the network has it`);
    else if (item.state === 'failed' && isRefusal(item)) counts.refused += 1;
    else lost.push(what);
  }

  const { messages, reposts, split, miscounted, stray, stale } = compare(truth, kept);
  counts.inbound = messages.expected.length;
  return {
    twice: [...there]
      .filter(([, ids]) => ids.length > 1)
      .map(([token, ids]) => `${token}: ${ids.join(', ')}`),
    lost,
    wrong,
    missing: [...without(messages.expected, messages.found), ...without(reposts.expected, reposts.found)],
    odd: [...split, ...stray, ...stale, ...(miscounted > 0 ? [`${miscounted} threads count wrongly`] : [])],
    counts,
  };
};

export const isClean = ({ twice, lost, wrong, missing, odd }: Verdict): boolean =>
  [twice, lost, wrong, missing, odd].every(({ length }) => length === 0);

/** By the word in its text, every time that an answer stands on the network. */
const deliveries = ({ posts, directs }: Truth): Map<string, string[]> => {
  const there = new Map<string, string[]>();
  for (const { origin, text, id } of [...posts, ...directs]) {
    const token = origin === 'api' ? tokenIn(text) : undefined;
    if (token !== undefined) there.set(token, [...(there.get(token) ?? []), id]);
  }
  return there;
};

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const found = new Set(some);
  return all.filter((one) => !found.has(one));
};
