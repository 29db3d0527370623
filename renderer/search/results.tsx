import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef } from 'react';
import { useDesk } from '../store/desk.ts';
import { HitRow } from './hit-row.tsx';
import { Nothing } from './nothing.tsx';
import { readOn } from './run.ts';
import { placesOf, search, useSearch } from './store.ts';
import styles from './archive.module.css';

/** About as high as a place of two lines; each is measured once it is on screen. */
const usualHeight = 64;
const readAhead = 10;

/** What was found, thread by thread; a few of it are in the page at a time. */
export const Results = memo(() => {
  const places = useSearch(placesOf);
  const place = useSearch((state) => state.place);
  const hasMore = useSearch(({ shown }) => shown !== null && shown.next !== null);
  const accounts = useDesk((desk) => desk.accounts.length);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    // The row in focus stays in the page, or the keyboard would lose its place.
    rangeExtractor: useCallback((range: Range) => {
      const rows = defaultRangeExtractor(range);
      const { place: at } = search();
      return at === null || at >= range.count || rows.includes(at)
        ? rows
        : [...rows, at].sort((a, b) => a - b);
    }, []),
    overscan: 4,
    initialRect: { width: 0, height: window.innerHeight },
    paddingStart: 8,
    paddingEnd: 24,
    scrollPaddingStart: 48,
    scrollPaddingEnd: 24,
  });
  useEffect(() => {
    if (place !== null) virtualizer.scrollToIndex(place, { align: 'auto' });
  }, [place, virtualizer]);
  const isNothing = places.length === 0;
  const asked = useSearch(({ shown }) => shown?.text);
  const order = useSearch(({ shown }) => shown?.order);
  // Another answer begins at its beginning, unless one comes back to a place in it.
  useEffect(() => {
    if (search().place === null) scroller.current?.scrollTo({ top: 0 });
  }, [asked, order]);

  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index;
  useEffect(() => {
    if (hasMore && last !== undefined && last > places.length - readAhead) void readOn();
  }, [hasMore, last, places.length]);

  if (isNothing) return <Nothing />;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        className={styles.rows}
        role="feed"
        aria-label="Found"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ key, index, start }) => {
          const found = places[index];
          return (
            found && (
              <HitRow
                key={key}
                found={found}
                at={index}
                size={hasMore ? -1 : places.length}
                start={start}
                isBrandShown={accounts > 1}
                measure={virtualizer.measureElement}
              />
            )
          );
        })}
      </div>
    </div>
  );
});
