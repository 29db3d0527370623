import { useMemo } from 'react';
import { LiveRegion } from '../alerts/live.tsx';
import { widthOf } from '../commands/columns.ts';
import { useDesk } from '../store/desk.ts';
import { isInPane } from '../store/focus.ts';
import { namedDeskOf } from '../store/own-desks.ts';
import { cx } from '../ui/cx.ts';
import { Column } from './column.tsx';
import styles from './columns.module.css';

/** The width until the agent sets one. */
const untouched = 348;

export const Columns = ({ title }: { title: string }) => {
  // Strings, so that a change inside a column does not repaint the row of columns.
  const names = useDesk((desk) => Object.keys(desk.columns).join('\n'));
  const layout = useDesk((desk) =>
    Object.values(desk.columns)
      .map(({ definition }) => `${widthOf(desk, definition)}${definition.isPinned ? 'p' : ''}`)
      .join(' '),
  );
  const usual = useDesk((desk) => desk.settings.columnWidth);
  const isIdle = useDesk((desk) => isInPane(desk.region));
  const name = useDesk((desk) => namedDeskOf(desk)?.name ?? title);
  const ids = useMemo(() => names.split('\n').filter(Boolean), [names]);
  const places = useMemo(() => placesOf(layout), [layout]);
  return (
    <main
      className={cx(styles.columns, usual === untouched && styles.free)}
      aria-label={name}
      data-region="columns"
      data-idle={isIdle || undefined}
    >
      <h1 className="spoken">{name}</h1>
      <LiveRegion />
      {ids.map((id, at) => (
        <Column
          key={id}
          id={id}
          width={places[at]?.width ?? usual}
          left={places[at]?.left ?? null}
          place={at}
        />
      ))}
    </main>
  );
};

/** How wide each column is, and for those pinned, how much stands to the left of it. */
const placesOf = (layout: string): { width: number; left: number | null }[] => {
  let before = 0;
  return layout.split(' ').map((one) => {
    const width = Number.parseInt(one, 10);
    if (!one.endsWith('p')) return { width, left: null };
    before += width;
    return { width, left: before - width };
  });
};
