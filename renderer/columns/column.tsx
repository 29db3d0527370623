import { memo, useEffect, useRef } from 'react';
import { useDrop } from '../selection/drag.ts';
import { dropOn } from '../selection/drop.ts';
import { get, useDesk } from '../store/desk.ts';
import { ColumnHead } from './column-head.tsx';
import { ColumnList } from './column-list.tsx';
import styles from './column.module.css';

type Props = { id: string; width: number; place: number };

export const Column = memo(({ id, width, place }: Props) => {
  const title = useDesk((desk) => desk.columns[id]?.definition.title ?? '');
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
      className={styles.column}
      style={{ flexBasis: width }}
      aria-label={title}
      data-column={id}
      data-active={isActive || undefined}
      data-drop={drop}
      tabIndex={-1}
    >
      <ColumnHead id={id} title={title} place={place} />
      <ColumnList id={id} title={title} />
    </section>
  );
});
