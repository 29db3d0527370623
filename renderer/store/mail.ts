import type { OutboxId, ScheduleId, ThreadId } from '../../shared/ids.ts';
import type { OutboxItem } from '../../shared/model.ts';

/** What leaves: the outbox as far as it was read, and where the keyboard is among it and among what is scheduled. */
export type MailState = {
  items: ReadonlyMap<OutboxId, OutboxItem>;
  /** How far back what was sent has been read; what is under way is read whole. */
  read: 'not yet' | 'more' | 'all' | 'failed';
  outbox: OutboxId | null;
  scheduled: ScheduleId | null;
  /** What the dialog is about: a scheduled message, or (both null) a new post of the brand's own. */
  about: ScheduleId | null;
  /** The words of a new one are those of this thread's composer. */
  from: ThreadId | null;
};

export const noMail: MailState = {
  items: new Map(),
  read: 'not yet',
  outbox: null,
  scheduled: null,
  about: null,
  from: null,
};

/** Changed items replace older images of themselves; the same object when nothing came. */
export const withItems = (mail: MailState, changed: readonly OutboxItem[]): MailState => {
  if (changed.length === 0) return mail;
  const items = new Map(mail.items);
  for (const item of changed) {
    const known = items.get(item.id);
    if (known && known.revision > item.revision) continue;
    if (item.state.at === 'cancelled') items.delete(item.id);
    else items.set(item.id, item);
  }
  return { ...mail, items };
};

export type Group = 'yours' | 'doubtful' | 'under way' | 'sent';
export const groups: readonly Group[] = ['yours', 'doubtful', 'under way', 'sent'];

/** What only a person can settle comes first; what is settled, last. */
export const groupOf = ({ state }: OutboxItem): Group => {
  if (state.at === 'failed') return 'yours';
  if (state.at === 'uncertain') return state.facts?.isUpToYou === true ? 'yours' : 'doubtful';
  return state.at === 'sent' ? 'sent' : 'under way';
};

/** In the order in which they are shown: what waits by when it was queued; what was sent, newest first; a chain, always by its parts. */
export const itemsIn = (items: MailState['items'], group: Group): OutboxItem[] => {
  const here = [...items.values()].filter((item) => groupOf(item) === group);
  if (group !== 'sent')
    return here.sort((a, b) => a.queuedAt - b.queuedAt || a.part - b.part || (a.id < b.id ? -1 : 1));
  const newest = new Map<string, OutboxItem>();
  for (const item of here.sort(newestFirst)) {
    const chain = chainOf(item);
    if (!newest.has(chain)) newest.set(chain, item);
  }
  const headOf = (item: OutboxItem): OutboxItem => newest.get(chainOf(item)) ?? item;
  return here.sort((a, b) => newestFirst(headOf(a), headOf(b)) || a.part - b.part);
};

/** As the outbox is read, page by page. */
const newestFirst = (a: OutboxItem, b: OutboxItem): number =>
  b.stateAt - a.stateAt || Number(a.id < b.id) - Number(a.id > b.id);

/** Parts of one chain were queued for one thread in one moment. */
const chainOf = ({ id, parts, threadId, queuedAt }: OutboxItem): string =>
  parts > 1 ? `${threadId} ${queuedAt}` : id;

/** Where reading what was sent goes on. */
export const oldestSent = (items: MailState['items']): OutboxItem | undefined =>
  [...items.values()]
    .filter((item) => groupOf(item) === 'sent')
    .sort(newestFirst)
    .at(-1);

export const allInOrder = (items: MailState['items']): OutboxItem[] =>
  groups.flatMap((group) => itemsIn(items, group));

/** What somebody has to look at: what the rail counts. One list per set of items, so that nothing repaints for an equal one. */
export const waitingForYou = (items: MailState['items']): readonly { dueAt: number }[] => {
  let waiting = known.get(items);
  if (!waiting) {
    waiting = itemsIn(items, 'yours').map(({ stateAt }) => ({ dueAt: stateAt }));
    known.set(items, waiting);
  }
  return waiting;
};
const known = new WeakMap<MailState['items'], readonly { dueAt: number }[]>();
