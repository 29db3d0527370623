import { memo, useLayoutEffect, useRef } from 'react';
import { RichText } from '../text/rich-text.tsx';
import { Entry } from '../thread/entry.tsx';
import type { LogEntry } from '../thread/log-entry.ts';
import { cx } from '../ui/cx.ts';
import { clockTime, dayName, isSameDay } from '../ui/time.ts';
import type { Line } from './then.ts';
import entryStyles from '../thread/entry.module.css';
import logStyles from '../thread/messages.module.css';
import styles from './log.module.css';
import paneStyles from './pane.module.css';

/** The conversation as it stood, drawn like the one of today. */
export const Log = ({ lines, hasEarlier }: { lines: readonly Line[]; hasEarlier: boolean }) => {
  const scroller = useRef<HTMLElement>(null);
  const newest = lines.at(-1)?.key;
  const count = lines.length;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || newest === undefined || count === 0) return undefined;
    const toEnd = (): void => box.scrollTo({ top: box.scrollHeight });
    toEnd();
    // What was never on screen has only a guessed height until it is; and the pane may become narrower.
    const frame = requestAnimationFrame(toEnd);
    const observer = new ResizeObserver(toEnd);
    observer.observe(box);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [newest, count]);
  return (
    <div className={cx(logStyles.frame, paneStyles.log)}>
      <section
        ref={scroller}
        className={logStyles.scroller}
        // What scrolls must be reachable by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Messages then"
      >
        {hasEarlier && (
          <p className={styles.earlier}>Earlier messages are not shown here: step back to them.</p>
        )}
        {lines.length === 0 && <p className={styles.earlier}>Nothing was here yet.</p>}
        {lines.map((line, index) => (
          <Shown key={line.key} line={line} before={lines[index - 1]} />
        ))}
      </section>
    </div>
  );
};

const minute = 60_000;

const Shown = ({ line, before }: { line: Line; before: Line | undefined }) => {
  const isNewDay = Number.isFinite(line.at) && (!before || !isSameDay(before.at, line.at));
  const above = isNewDay && <h3 className={logStyles.day}>{dayName(line.at, 0)}</h3>;
  if ('message' in line) {
    const { message, arrivedAt } = line;
    return (
      <>
        {above}
        <Entry message={message} place={message.threadId === null ? 'other' : 'talk'} />
        {arrivedAt - message.createdAt >= minute && (
          <p className={styles.came}>
            Written {clockTime(message.createdAt)} by the network’s clock, here at {clockTime(arrivedAt)}
          </p>
        )}
      </>
    );
  }
  if ('entry' in line) {
    return (
      <>
        {above}
        <Other entry={line.entry} />
      </>
    );
  }
  return <Underway line={line} />;
};

/** Painted anew when its row is another one, not at each step. */
const Other = memo(
  ({ entry }: { entry: LogEntry }) => <entry.View row={entry.row as never} />,
  (a, b) => a.entry.row === b.entry.row,
);

const stateWords = {
  queued: 'Waiting to be sent',
  sending: 'On its way',
  failed: 'Not sent',
  uncertain: 'Nobody knew whether it had arrived',
  sent: '',
  cancelled: '',
} as const;

/** An answer that had not arrived by then. */
const Underway = ({ line: { item, state } }: { line: Extract<Line, { item: unknown }> }) => (
  <div className={cx(entryStyles.entry, entryStyles.out, item.kind === 'dm' && entryStyles.direct)}>
    <time className={entryStyles.time} dateTime={new Date(item.queuedAt).toISOString()}>
      {clockTime(item.queuedAt)}
    </time>
    <div className={entryStyles.said}>
      <div className={entryStyles.text} dir="auto">
        {item.text === null ? 'Its words are gone here too.' : <RichText text={item.text} lang={null} />}
      </div>
      <p className={entryStyles.facts}>
        {stateWords[state]} · written by {item.byInitials}
      </p>
    </div>
  </div>
);
