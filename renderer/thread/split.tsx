import { useState } from 'react';
import type { MessageId } from '../../shared/ids.ts';
import type { Message } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { readThread } from '../store/thread.ts';
import { folded } from '../text/plain.ts';
import { Pick } from '../ui/pick.tsx';
import { clockTime, dayName } from '../ui/time.ts';

/** Where a new matter begins: what came before goes to a thread of its own, which is done. */
export const Split = () => {
  const [thread] = useState(() => get().thread);
  const [now] = useState(Date.now);
  const messages = thread ? candidates(thread.messages, thread.hasEarlier) : [];
  const split = async (messageId: MessageId): Promise<void> => {
    set({ overlay: null });
    if (!thread) return;
    const { id: threadId } = thread;
    const isDone = await attempt(() => asOwn(threadId, () => call('thread.split', { threadId, messageId })));
    if (!isDone) return;
    notify('The earlier part is a resolved thread of its own. Undo puts them together again.');
    await readThread(threadId);
  };
  return (
    <Pick
      title="New matter from"
      label="The message it begins with"
      choices={messages.map((message) => ({
        id: message.id,
        words: folded(message.text),
        aside: `${dayName(message.createdAt, now)} ${clockTime(message.createdAt)}`,
      }))}
      none="Only a later message of the customer can begin a new matter."
      hint="What came before is resolved and stays linked. What is under way goes on here."
      onChoose={(id) => void split(id as MessageId)}
    />
  );
};

/** Newest first, without the one the thread itself begins with. */
const candidates = (messages: readonly Message[], hasEarlier: boolean): Message[] => {
  const inbound = messages.filter(({ direction }) => direction === 'in');
  const first = inbound[0]?.createdAt ?? 0;
  return inbound.filter(({ createdAt }) => hasEarlier || createdAt > first).toReversed();
};
