import { memo, useEffect, useRef } from 'react';
import { useDrop } from '../selection/drag.ts';
import { dropOn } from '../selection/drop.ts';
import { get, useDesk } from '../store/desk.ts';
import { ownColumns } from '../store/own-desks.ts';
import { cx } from '../ui/cx.ts';
import { ColumnHead } from './column-head.tsx';
import { ColumnList } from './column-list.tsx';
import { Resize } from './resize.tsx';
import styles from './column.module.css';

type Props = {
  id: string;
  width: number;
  place: number;
  /** Pinned: so far from the left edge, always. */
  left: number | null;
};

export const Column = memo(({ id, width, place, left }: Props) => {
  const title = useDesk((desk) => desk.columns[id]?.definition.title ?? '');
  const isCompact = useDesk((desk) => desk.columns[id]?.definition.density === 'compact');
  const isSized = useDesk((desk) => desk.columns[id]?.definition.width !== undefined);
  const isOwn = useDesk((desk) => ownColumns(desk) !== null);
  const isActive = useDesk((desk) => desk.activeColumn === id);
  const section = useRef<HTMLElement>(null);
  const drop = useDrop(section, id, () => {
    const { columns, me } = get();
    const filter = columns[id]?.definition.filter;
    return filter ? dropOn(filter, me.id) : null;
  });
  useEffect(() => {
    if (isActive) section.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isActive]);
  return (
    <section
      ref={section}
      className={cx(styles.column, left !== null && styles.pinned)}
      style={
        isSized || left !== null ? { flex: `0 0 ${width}px`, left: left ?? undefined } : { flexBasis: width }
      }
      data-compact={isCompact || undefined}
      data-sized={isSized || undefined}
      aria-label={title}
      data-column={id}
      data-active={isActive || undefined}
      data-drop={drop}
      tabIndex={-1}
    >
      <ColumnHead id={id} title={title} place={place} />
      <ColumnList id={id} title={title} />
      {isOwn && <Resize id={id} title={title} width={width} />}
    </section>
  );
});
