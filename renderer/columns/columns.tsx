import { useMemo } from 'react';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Column } from './column.tsx';
import styles from './columns.module.css';

/** The width until the agent sets one. */
const untouched = 348;

export const Columns = ({ title }: { title: string }) => {
  // A string, so that a change inside a column does not repaint the row of columns.
  const names = useDesk((desk) => Object.keys(desk.columns).join('\n'));
  const width = useDesk((desk) => desk.settings.columnWidth);
  const isIdle = useDesk((desk) => desk.region === 'thread' || desk.region === 'composer');
  const ids = useMemo(() => names.split('\n').filter(Boolean), [names]);
  return (
    <main
      className={cx(styles.columns, width === untouched && styles.free)}
      aria-label={title}
      data-region="columns"
      data-idle={isIdle || undefined}
    >
      <h1 className="spoken">{title}</h1>
      {ids.map((id, at) => (
        <Column key={id} id={id} width={width} place={at} />
      ))}
    </main>
  );
};
