import type { ReactNode } from 'react';
import type { Message, Ms } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import type { OpenThread } from '../store/state.ts';
import { openItems } from '../store/thread-rows.ts';
import { readEarlier } from '../store/thread.ts';
import { dayName, isSameDay } from '../ui/time.ts';
import { Entry } from './entry.tsx';
import { gapsWithin } from './gaps-within.ts';
import { logSources } from './log-entries.ts';
import type { LogEntry } from './log-entry.ts';
import { OutboxEntry } from './outbox-entry.tsx';
import { isInTheAir, isPerhapsOurs } from './perhaps-ours.ts';
import { Previous } from './previous.tsx';
import { useReadingPlace } from './use-reading-place.ts';
import { useSought } from './use-sought.ts';
import styles from './messages.module.css';

/** The conversation, oldest first, as a log: time on the left, what was said on the right. */
export const Messages = () => {
  const thread = useDesk((desk) => desk.thread);
  return thread ? <Log thread={thread} /> : null;
};

const Log = ({ thread }: { thread: OpenThread }) => {
  const { scroller, below, toEnd, leaveEnd, onScroll } = useReadingPlace(thread);
  useSought(scroller, thread, leaveEnd);
  const gaps = useDesk((desk) => desk.gaps);
  const card = useDesk((desk) => desk.cards.get(thread.id));
  const lines = linesOf(thread, gapsWithin(gaps, thread, card));
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
        {lines.map((line, at) => {
          const above = marksAbove(lines, at, thread.newSince);
          return 'message' in line ? (
            <Entry
              key={line.message.id}
              message={line.message}
              place={isOfTalk(thread, line.message) ? 'talk' : 'other'}
              isPerhapsOurs={isPerhapsOurs(line.message, thread.outbox)}
              above={above}
            />
          ) : (
            <Other key={line.entry.id} entry={line.entry} above={above} />
          );
        })}
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

const Other = ({ entry, above }: { entry: LogEntry; above: ReactNode }) => (
  <>
    {above}
    <entry.View row={entry.row as never} />
  </>
);

/** The brand's and the customer's, under whichever of their names. */
const isOfTalk = ({ customer }: OpenThread, { direction, authorId }: Message): boolean =>
  direction === 'out' || (customer?.identities.some(({ id }) => id === authorId) ?? true);

type Line = { at: Ms; message: Message } | { at: Ms; entry: LogEntry };

/** Messages and everything else of the log, by time. What is older than the first message read waits for those before it. */
const linesOf = (thread: OpenThread, gaps: readonly LogEntry[]): Line[] => {
  const messages: Line[] = thread.messages
    .filter((message) => !isInTheAir(message, thread.outbox))
    .map((message) => ({ at: message.createdAt, message }));
  const from = thread.hasEarlier ? (messages[0]?.at ?? 0) : 0;
  const entries: Line[] = [...gaps, ...logSources.flatMap((source) => source(thread))]
    .filter(({ at }) => at >= from)
    .map((entry) => ({ at: entry.at, entry }));
  return entries.length === 0 ? messages : [...messages, ...entries].sort((a, b) => a.at - b.at);
};

const marksAbove = (lines: readonly Line[], at: number, newSince: number | null): ReactNode => {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line) return null;
  const isNewDay = !before || !isSameDay(before.at, line.at);
  const isNews = newSince !== null && isLate(line, newSince) && !isLate(messageBefore(lines, at), newSince);
  return (
    <>
      {isNewDay && <h3 className={styles.day}>{dayName(line.at, Date.now())}</h3>}
      {isNews && <p className={styles.news}>New since you wrote</p>}
    </>
  );
};

const isLate = (line: Line | undefined, since: number): boolean =>
  line !== undefined && 'message' in line && line.message.arrival > since;

const messageBefore = (lines: readonly Line[], at: number): Line | undefined =>
  lines.slice(0, at).findLast((line) => 'message' in line);
