import type { ReactNode } from 'react';
import type { Message } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import type { OpenThread } from '../store/state.ts';
import { openItems } from '../store/thread-rows.ts';
import { readEarlier } from '../store/thread.ts';
import { dayName, isSameDay } from '../ui/time.ts';
import { Entry } from './entry.tsx';
import { OutboxEntry } from './outbox-entry.tsx';
import { Previous } from './previous.tsx';
import { useReadingPlace } from './use-reading-place.ts';
import styles from './messages.module.css';

/** The conversation, oldest first, as a log: time on the left, what was said on the right. */
export const Messages = () => {
  const thread = useDesk((desk) => desk.thread);
  return thread ? <Log thread={thread} /> : null;
};

const Log = ({ thread }: { thread: OpenThread }) => {
  const { messages } = thread;
  const handle = useDesk((desk) => desk.cards.get(thread.id)?.handle ?? '');
  const { scroller, below, toEnd, onScroll } = useReadingPlace(thread);
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={onScroll}
        // What scrolls must be reachable by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="log"
        aria-label="Messages"
      >
        <Previous threads={thread.previous} />
        {thread.context.map((message) => (
          <Entry key={message.id} message={message} place="context" />
        ))}
        {thread.hasEarlier && (
          <button type="button" className={styles.earlier} onClick={() => void readEarlier()}>
            {thread.isReadingEarlier ? 'Reading earlier messages' : 'Show earlier messages'}
          </button>
        )}
        {messages.map((message, at) => (
          <Entry
            key={message.id}
            message={message}
            place={message.direction === 'in' && message.authorHandle !== handle ? 'other' : 'talk'}
            above={marksAbove(messages, at, thread.newSince)}
          />
        ))}
        {openItems(thread).map((item) => (
          <OutboxEntry key={item.id} item={item} />
        ))}
      </div>
      {below > 0 && (
        <button type="button" className={styles.below} onClick={toEnd}>
          ▾ {below} new
        </button>
      )}
    </div>
  );
};

const marksAbove = (messages: readonly Message[], at: number, newSince: number | null): ReactNode => {
  const message = messages[at];
  const before = messages[at - 1];
  if (!message) return null;
  const isNewDay = !before || !isSameDay(before.createdAt, message.createdAt);
  const isLate = (one: Message | undefined): boolean =>
    newSince !== null && one !== undefined && one.arrival > newSince;
  const isNews = isLate(message) && !isLate(before);
  return (
    <>
      {isNewDay && <h3 className={styles.day}>{dayName(message.createdAt, Date.now())}</h3>}
      {isNews && <p className={styles.news}>New since you wrote</p>}
    </>
  );
};
