import type { ThreadId } from '../../shared/ids.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Message, OutboxItem } from '../../shared/model.ts';
import { get, set } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import type { Composing, OpenThread } from '../store/state.ts';
import { alteredOf, headOf } from '../store/thread-rows.ts';
import { change, readThread } from '../store/thread.ts';

/** Nobody reads a difference faster: the same key within this time was pressed before it was seen. */
const reflexMs = 1000;

/** The second press of a key that was pressed twice. */
export const isReflex = ({ stopped, missed }: Composing): boolean =>
  stopped?.code === 'moved-on' && missed !== null && Date.now() - missed.at < reflexMs;

/** Reads the thread again after a stopped send, and keeps what of it had not been seen. */
export const showWhatIsNew = async (threadId: ThreadId): Promise<void> => {
  const { thread } = get();
  if (thread?.id !== threadId) return;
  const arrival = thread.messages.find(({ id }) => id === thread.seenHead)?.arrival ?? 0;
  change(threadId, (current) => ({ ...current, newSince: current.newSince ?? arrival }));
  await readThread(threadId);
  change(threadId, (current) => ({
    ...current,
    seenHead: headOf(current.messages)?.id ?? current.seenHead,
    seenAltered: Math.max(current.seenAltered, alteredOf(current.messages)),
  }));
  edit(threadId, (current) => ({
    ...current,
    missed: current.missed ?? { arrival, altered: thread.seenAltered, at: Date.now() },
  }));
};

/** The agent has seen it and writes on: the next send is compared with the thread as it is now. */
export const goOnWriting = (threadId: ThreadId): void => {
  edit(threadId, (current) => ({ ...current, stopped: null, missed: null }));
  set({ wantsFocus: 'composer' });
};

type Thread = Pick<OpenThread, 'messages' | 'answeredBy' | 'customer' | 'outbox'>;

export type Difference =
  /** `by`: the customer, a colleague here, or the brand from elsewhere. */
  | { what: 'came'; message: Message; by: 'customer' | 'us' | 'other' }
  | { what: 'edited' | 'gone'; message: Message }
  /** A colleague’s answer that is on its way. */
  | { what: 'sending'; item: OutboxItem };

/** What came, who answered, what was edited and what was deleted since it was last seen; oldest first. */
export const differenceSince = (
  { messages, answeredBy, customer, outbox }: Thread,
  missed: NonNullable<Composing['missed']>,
  me: { id: AgentId; initials: string },
): Difference[] => {
  const isTheirs = ({ authorId }: Message): boolean =>
    customer?.identities.some(({ id }) => id === authorId) ?? true;
  const all = [...messages, ...answeredBy.filter(({ id }) => messages.every((one) => one.id !== id))];
  const onTheirWay = outbox
    .filter(({ by, state }) => by !== me.id && ['queued', 'sending', 'uncertain'].includes(state.at))
    .map((item): Difference => ({ what: 'sending', item }));
  const changed = all.flatMap((message): Difference[] => {
    // What I sent myself is no news to me.
    if (message.direction === 'out' && message.sentBy === me.initials) return [];
    if (message.arrival > missed.arrival) {
      const by = message.direction === 'out' ? 'us' : isTheirs(message) ? 'customer' : 'other';
      return [{ what: 'came', message, by }];
    }
    if ((message.alteredAt ?? 0) <= missed.altered) return [];
    return [{ what: message.gone === null ? 'edited' : 'gone', message }];
  });
  return [...changed, ...onTheirWay];
};
