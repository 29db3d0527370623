import type { MessageId, ThreadId } from '../../shared/ids.ts';
import type { Desk } from '../store/state.ts';

/** What of its thread is on screen: nothing, when another one or none is open. */
export const seenIn = (
  { thread }: Pick<Desk, 'thread'>,
  threadId: ThreadId | null,
): { head: MessageId | null; alteredSeen: number } =>
  threadId !== null && thread?.id === threadId
    ? { head: thread.seenHead, alteredSeen: thread.seenAltered }
    : { head: null, alteredSeen: 0 };
