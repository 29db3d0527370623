import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { flip } from '../commands/move.ts';
import { useDesk } from '../store/desk.ts';
import { Freshness } from './freshness.tsx';
import { NewStrip } from './new-strip.tsx';
import styles from './column-head.module.css';

type Props = { id: string; title: string; place: number };

export const ColumnHead = ({ id, title, place }: Props) => (
  <header className={styles.head}>
    <div className={styles.line}>
      <h2 className={styles.title} title={place < 9 ? `${title} (${place + 1})` : title}>
        {title}
      </h2>
      <Count id={id} />
      <NewStrip id={id} title={title} />
      <OrderToggle id={id} title={title} />
    </div>
    <Freshness />
  </header>
);

const Count = ({ id }: { id: string }) => {
  const count = useDesk((desk) => {
    const known = desk.columns[id]?.count;
    return known ? `${known.count}${known.isCapped ? '+' : ''}` : '';
  });
  return <span className={styles.count}>{count}</span>;
};

const OrderToggle = ({ id, title }: { id: string; title: string }) => {
  const order = useDesk((desk) => desk.columns[id]?.definition.order);
  const words = order === 'oldest' ? 'Oldest first' : 'Newest first';
  const Icon = order === 'oldest' ? ArrowUpNarrowWide : ArrowDownWideNarrow;
  return (
    <button
      type="button"
      className={styles.order}
      aria-label={`${title}: ${words}. Turn round`}
      title={`${words}: press to turn round`}
      onClick={() => flip(id)}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
};
