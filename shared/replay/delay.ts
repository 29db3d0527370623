import type { AgentId } from '../ids.ts';
import type { ClockKind, Ms } from '../model.ts';
import type { Happening, Moment } from './story.ts';

/** Why a deadline was missed: the longest time in which its clock ran and nobody did anything. */
export type Delay = {
  clock: ClockKind;
  dueAt: Ms;
  from: Ms;
  /** Who acted next; null: nobody has yet. */
  until: Ms | null;
  /** Who had the thread meanwhile; null: nobody. */
  assigneeId: AgentId | null;
  /** The moment after which the waiting began. */
  index: number;
};

/** One for each missed deadline, in the order in which they were missed. */
export const delaysOf = (moments: readonly Moment[]): Delay[] => {
  const acts = moments.filter(isAct).map(({ at }) => at);
  return moments.flatMap(({ did }) =>
    did.flatMap((one) => (one.did === 'breached' ? [delayOf(moments, acts, one)] : [])),
  );
};

type Breach = Extract<Happening, { did: 'breached' }>;

const delayOf = (
  moments: readonly Moment[],
  acts: readonly Ms[],
  { clock, startedAt, dueAt }: Breach,
): Delay => {
  const within = acts.filter((at) => at > startedAt && at < dueAt);
  const edges = [startedAt, ...within, dueAt];
  let from = startedAt;
  let longest = -1;
  for (const [at, edge] of edges.slice(1).entries()) {
    const begin = edges[at] ?? edge;
    if (edge - begin <= longest) continue;
    longest = edge - begin;
    from = begin;
  }
  const until = acts.find((at) => at > from) ?? null;
  const index = Math.max(
    0,
    moments.findLastIndex(({ at }) => at <= from),
  );
  return { clock, dueAt, from, until, assigneeId: assigneeAt(moments, index), index };
};

/** Looking is not acting, and what the desk does by itself answers nobody. */
const isAct = ({ by, did }: Moment): boolean => {
  if (did.some((one) => one.did === 'arrived' && one.direction === 'out')) return true;
  return by !== 'desk' && by !== 'x' && did.some((one) => !looking.includes(one.did));
};

const looking: readonly Happening['did'][] = ['read', 'unread', 'seen'];

const assigneeAt = (moments: readonly Moment[], index: number): AgentId | null => {
  for (let at = index; at >= 0; at -= 1) {
    const assigneeId = moments[at]?.set.thread?.assigneeId;
    if (assigneeId !== undefined) return assigneeId;
  }
  return null;
};
