import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { useDesk } from '../store/desk.ts';
import { loadMore } from '../store/load.ts';
import { tellView } from '../store/views.ts';
import { cardPitch, CardRow, compactPitch } from './card-row.tsx';
import { EmptyColumn } from './empty-column.tsx';
import { GapsAt, GapsOnTop } from './gap-strip.tsx';
import { useCollapse } from './use-collapse.ts';
import { useFollowFocus } from './use-follow-focus.ts';
import { heightAbove, useGaps } from './use-gaps.ts';
import styles from './column-list.module.css';

const none: readonly ThreadId[] = [];
const margin = 8;
const readAhead = 15;

/** The rows of a column: a few of up to 10,000 are in the page at a time. All are equally high, so none can jump; a gap stands above one. */
export const ColumnList = memo(({ id, title }: { id: string; title: string }) => {
  const ids = useDesk((desk) => desk.columns[id]?.ids ?? none);
  const hasMore = useDesk((desk) => desk.columns[id]?.hasMore ?? false);
  const isCompact = useDesk((desk) => desk.columns[id]?.definition.density === 'compact');
  const pitch = isCompact ? compactPitch : cardPitch;
  const gaps = useGaps(id, ids, hasMore);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);

  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => pitch + heightAbove(gaps, at),
    getItemKey: useCallback((at: number) => ids[at] ?? at, [ids]),
    rangeExtractor: useCallback((range: Range) => withFocus(range, id, ids), [id, ids]),
    overscan: 3,
    // Until it was measured a column is as high as the window: its first rows are in the first layout, not in a second one.
    initialRect: { width: 0, height: window.innerHeight },
    paddingStart: margin,
    paddingEnd: margin + heightAbove(gaps, ids.length),
    scrollPaddingStart: margin,
    scrollPaddingEnd: margin,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, pitch, gaps.above]);
  useFollowFocus(id, virtualizer);
  useCollapse(ids, rows);

  // Asking for the items works out the range; before it, the range is that of the paint before.
  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex;
  const last = virtualizer.range?.endIndex;
  useEffect(() => {
    tellView(id, first === undefined || last === undefined ? null : { first, last });
    // All that was read may be gone at once, given away with one key: what is below it was never in view.
    if (ids.length === 0 || (last !== undefined && last > ids.length - readAhead)) void loadMore(id);
  }, [id, first, last, ids.length]);
  useEffect(() => () => tellView(id, null), [id]);
  const startOf = (index: number): number =>
    virtualizer.measurementsCache[index]?.start ??
    virtualizer.getTotalSize() - margin - heightAbove(gaps, ids.length);

  return (
    <>
      <GapsOnTop gaps={gaps.top} />
      <div ref={scroller} className={styles.scroller} data-scroller="">
        {ids.length === 0 ? (
          <EmptyColumn id={id} />
        ) : (
          <>
            <div
              ref={rows}
              className={styles.rows}
              role="feed"
              aria-label={`${title}: threads`}
              style={{ height: virtualizer.getTotalSize() }}
            >
              {items.map(({ key, index, start }) => {
                const threadId = ids[index];
                return threadId === undefined ? null : (
                  <CardRow
                    key={key}
                    id={threadId}
                    columnId={id}
                    at={index}
                    size={hasMore ? -1 : ids.length}
                    start={start + heightAbove(gaps, index)}
                  />
                );
              })}
            </div>
            {[...gaps.above].map(([index, here]) => (
              <GapsAt key={index} gaps={here} start={startOf(index)} />
            ))}
          </>
        )}
      </div>
    </>
  );
});

/** The row in focus stays in the page when it is scrolled away, or the keyboard would lose its place. */
const withFocus = (range: Range, columnId: string, ids: readonly ThreadId[]): number[] => {
  const shown = defaultRangeExtractor(range);
  const focused = useDesk.getState().focused[columnId];
  if (focused === undefined) return shown;
  const at = ids.indexOf(focused);
  if (at < 0 || shown.includes(at)) return shown;
  return [...shown, at].sort((a, b) => a - b);
};
