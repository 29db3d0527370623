import { reached } from '../../simulator/world/indexes.ts';
import type { SmallWorld } from './small-world.ts';

/** One message in a thread: by whom of the two, its name on the network, and the word that it says now. */
type Line = string;

/** By customer, what the network has of the conversation with the brand. */
export const threadsThere = ({ rig }: SmallWorld): Record<string, Line[]> => {
  const { world } = rig.simulator;
  const brand = rig.brand.remoteId;
  const lines = new Map<string, Line[]>();
  const add = (who: string, line: Line): void => void lines.set(who, [...(lines.get(who) ?? []), line]);
  for (const post of world.posts.values()) {
    const isCurrent = !world.isDeleted(post.id) && world.stateOf(post.id).supersededBy === undefined;
    if (!isCurrent || post.repostOf !== undefined) continue;
    const line = `${post.versions[0]} ${wordIn(post.text)}`;
    if (post.authorId !== brand && reached(post).has(brand)) add(post.authorId, `in ${line}`);
    if (post.authorId === brand && post.replyTo) add(post.replyTo.authorId, `out ${line}`);
  }
  for (const { id, senderId, recipientId, text } of world.directs.values()) {
    const isOut = senderId === brand;
    add(isOut ? recipientId : senderId, `${isOut ? 'out' : 'in'} ${id} ${wordIn(text)}`);
  }
  return sorted(lines);
};

/** By customer, what the desk shows; what is gone is no line any more, but must not say a word either. */
export const threadsHere = ({ desk }: SmallWorld): Record<string, Line[]> => {
  const rows = desk.db.all<Row>(
    'SELECT i.remote_id AS who, t.id AS thread, m.role, m.remote_id, m.text, m.gone_at FROM messages m ' +
      "JOIN threads t ON t.id = m.thread_id JOIN identities i ON i.id = t.identity_id WHERE m.role <> 'context'",
  );
  const lines = new Map<string, Line[]>();
  const threadOf = new Map<string, string>();
  for (const { who, thread, role, remote_id, text, gone_at } of rows) {
    if (gone_at !== null) {
      if (text !== '') throw new Error(`${remote_id} is gone and still says “${text}”`);
      continue;
    }
    if ((threadOf.get(who) ?? thread) !== thread) throw new Error(`${who} has two threads`);
    threadOf.set(who, thread);
    lines.set(who, [...(lines.get(who) ?? []), `${role} ${remote_id} ${wordIn(text)}`]);
  }
  return sorted(lines);
};

type Row = {
  who: string;
  thread: string;
  role: 'in' | 'out';
  remote_id: string;
  text: string;
  gone_at: number | null;
};

const wordIn = (text: string): string => /word\d+/u.exec(text)?.[0] ?? text;

const sorted = (lines: ReadonlyMap<string, Line[]>): Record<string, Line[]> =>
  Object.fromEntries(
    [...lines]
      .map(([who, all]): [string, Line[]] => [who, all.toSorted((a, b) => a.localeCompare(b))])
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
