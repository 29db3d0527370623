import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useDesk } from '../store/desk.ts';
import { Row } from './row.tsx';
import { readMore, show, useAudit } from './store.ts';
import styles from './audit.module.css';

const rowHeight = 34;
const readAhead = 20;

/** The acts, newest first: a few of any number are in the page at a time. */
export const Rows = () => {
  const entries = useAudit((state) => state.entries);
  const phase = useAudit((state) => state.phase);
  const problem = useAudit((state) => state.problem);
  const next = useAudit((state) => state.next);
  const focused = useAudit((state) => state.focused);
  const isHere = useDesk((desk) => desk.region === 'audit' && !desk.isTyping);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it says is used here, and in nothing that remembers it.
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => entries[at]?.seq ?? at,
    overscan: 8,
    initialRect: { width: 0, height: window.innerHeight },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const count = entries.length;
  useEffect(() => {
    if (phase === 'ready' && next !== null && last > count - readAhead) void readMore();
  }, [phase, next, last, count]);

  const at = entries.findIndex(({ seq }) => seq === focused);
  useEffect(() => {
    if (at < 0) return undefined;
    virtualizer.scrollToIndex(at, { align: 'auto' });
    if (!isHere) return undefined;
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>('[data-focused]')?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(frame);
  }, [at, isHere, virtualizer]);

  if (problem !== null)
    return (
      <div className={styles.nothing} role="alert">
        <p className={styles.why}>{problem}</p>
        <button type="button" className={styles.button} onClick={() => void show(useAudit.getState().filter)}>
          Read again
        </button>
      </div>
    );
  if (entries.length === 0) return phase === 'reading' ? <Reading /> : <Nothing hasMore={next !== null} />;
  return (
    <div ref={scroller} className={styles.scroller} data-scroller="">
      <ul
        className={styles.rows}
        aria-label="Acts, the newest first"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          const before = entries[index - 1];
          return (
            <Row
              key={key}
              entry={entry}
              isFocused={entry.seq === focused}
              before={before?.at ?? null}
              place={index + 1}
              of={next === null ? count : -1}
              start={start}
            />
          );
        })}
      </ul>
    </div>
  );
};

const Reading = () => (
  <div className={styles.nothing}>
    <p className={styles.quiet}>Reading the log…</p>
  </div>
);

const Nothing = ({ hasMore }: { hasMore: boolean }) => (
  <div className={styles.nothing}>
    {hasMore ? (
      <>
        <p className={styles.why}>Nothing in the newer part of the log.</p>
        <button type="button" className={styles.button} onClick={() => void readMore()}>
          Look further back
        </button>
      </>
    ) : (
      <>
        <p className={styles.why}>Nothing of this kind was done.</p>
        <p>Choose other filters, or press X to see everything again.</p>
      </>
    )}
  </div>
);
