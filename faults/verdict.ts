import { compare } from '../e2e/compare.ts';
import type { Kept } from '../e2e/kept.ts';
import type { Truth } from '../e2e/truth.ts';
import { deliveriesIn, misdelivered } from './deliveries.ts';
import type { Intent } from './desk/order.ts';
import type { Disk, Item } from './disk.ts';
import { deletedIn, leftTraces, notErased } from './erased.ts';
import { tokenIn } from './plan.ts';

export type Verdict = {
  /** Answers, or parts of them, that the network has more than once. */
  twice: string[];
  /** Answers that the desk had promised to send, and that are neither there nor refused by the network. */
  lost: string[];
  /** What the desk says of an answer is not so, or it is not as it was written. */
  wrong: string[];
  /** Messages of customers that the desk does not have, and does not say that it may miss. */
  missing: string[];
  /** What customers deleted, and is not gone here. */
  undead: string[];
  /** Anything else that the two sides tell differently. */
  odd: string[];
  counts: {
    /** Answers and parts of them. */
    sent: number;
    /** By their second parts. */
    chains: number;
    pictures: number;
    refused: number;
    inbound: number;
    deleted: number;
    /** Deleted posts of which bytes are left where nothing refers to them. */
    traces: number;
  };
};

/** What is compared: what the desk promised, what was to be sent, what it has, and what really happened. */
export type Evidence = {
  /** The ids that the desk promised to send. */
  taken: ReadonlySet<string>;
  intents: readonly Intent[];
  kept: Kept;
  disk: Disk;
  truth: Truth;
};

export const judge = ({ taken, intents, kept, disk, truth }: Evidence): Verdict => {
  const { items } = disk;
  const there = deliveriesIn(truth);
  const known = new Map(items.map((item) => [item.id, item]));
  const gone = new Set(
    truth.posts
      .filter(({ isDeleted, supersededBy }) => isDeleted || supersededBy !== null)
      .map(({ id }) => id),
  );
  /** Refused because what it answers is gone; of a chain the rest with it. */
  const isRefusal = ({ state, in_reply_to, after_id }: Item): boolean => {
    if (state === 'failed') return in_reply_to !== null && gone.has(in_reply_to);
    const before = after_id === null ? undefined : known.get(after_id);
    return state === 'queued' && before !== undefined && isRefusal(before);
  };

  const lost = [...taken].filter((id) => !known.has(id));
  const wrong: string[] = misdelivered(items, intents, there);
  const counts = { sent: 0, chains: 0, pictures: 0, refused: 0 };
  for (const item of items) {
    const deliveries = there.get(tokenIn(item.text) ?? '') ?? [];
    const ids = deliveries.map(({ id }) => id);
    const what = `${tokenIn(item.text)} ${item.state}${item.code === null ? '' : ` (${item.code})`}`;
    if (item.state === 'sent') {
      counts.sent += 1;
      counts.chains += item.id.endsWith('/2') ? 1 : 0;
      counts.pictures += deliveries.some(({ media }) => media.length > 0) ? 1 : 0;
      if (ids.length === 0) wrong.push(`${what}, but the network has nothing`);
      else if (!ids.includes(item.remote_id ?? ''))
        wrong.push(`${what} as ${item.remote_id}, but it is ${ids.join(' and ')}`);
    } else if (ids.length > 0) wrong.push(`${what}, but the network has it`);
    else if (isRefusal(item)) counts.refused += 1;
    else lost.push(what);
  }

  const { messages, reposts, split, miscounted, stray, stale } = compare(truth, kept);
  return {
    twice: [...there]
      .filter(([, all]) => all.length > 1)
      .map(([token, all]) => `${token}: ${all.map(({ id }) => id).join(', ')}`),
    lost,
    wrong,
    missing: [...without(messages.expected, messages.found), ...without(reposts.expected, reposts.found)],
    undead: notErased(truth, disk),
    odd: [
      ...[...split, ...stray, ...stale],
      ...(miscounted > 0 ? [`${miscounted} threads count wrongly`] : []),
      ...disk.leftFiles.map((name) => `a file that goes with nothing: ${name}`),
    ],
    counts: {
      ...counts,
      inbound: messages.expected.length,
      deleted: deletedIn(truth.posts).filter(({ id, versions }) => versions[0] === id).length,
      traces: leftTraces(truth, disk),
    },
  };
};

export const isClean = ({ twice, lost, wrong, missing, undead, odd }: Verdict): boolean =>
  [twice, lost, wrong, missing, undead, odd].every(({ length }) => length === 0);

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const found = new Set(some);
  return all.filter((one) => !found.has(one));
};
