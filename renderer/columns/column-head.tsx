import {
  ArrowDownWideNarrow,
  ArrowUpNarrowWide,
  Clock3,
  Ellipsis,
  Pin,
  Search,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { useRef } from 'react';
import type { Order } from '../../shared/filter.ts';
import { nextOrder } from '../commands/columns.ts';
import { openSearch } from '../commands/search.ts';
import { countWords } from '../store/count.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { openColumnMenu } from './column-menu.ts';
import { Freshness } from './freshness.tsx';
import { NewStrip } from './new-strip.tsx';
import { useReorder } from './use-reorder.ts';
import styles from './column-head.module.css';

type Props = { id: string; title: string; place: number };

export const ColumnHead = ({ id, title, place }: Props) => {
  const head = useRef<HTMLElement>(null);
  const over = useReorder(head, id);
  return (
    <header
      ref={head}
      className={cx(styles.head, over && styles.over)}
      onContextMenu={(event) => {
        event.preventDefault();
        openColumnMenu(id);
      }}
    >
      <div className={styles.line}>
        <Pinned id={id} />
        <h2 className={styles.title} title={place < 9 ? `${title} (${place + 1})` : title}>
          {title}
        </h2>
        <Count id={id} />
        <NewStrip id={id} title={title} />
        <Sound id={id} />
        <KeptSearch id={id} title={title} />
        <OrderButton id={id} title={title} />
        <button
          type="button"
          className={styles.order}
          aria-label={`${title}: what can be done with this column`}
          title="What can be done with this column"
          onClick={() => openColumnMenu(id)}
        >
          <Ellipsis size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <Freshness />
    </header>
  );
};

const Count = ({ id }: { id: string }) => {
  const count = useDesk((desk) => {
    const column = desk.columns[id];
    return column ? countWords(column) : '';
  });
  return <span className={styles.count}>{count}</span>;
};

const Pinned = ({ id }: { id: string }) => {
  const isPinned = useDesk((desk) => desk.columns[id]?.definition.isPinned ?? false);
  if (!isPinned) return null;
  return (
    <span className={styles.mark} title="Pinned: stays at the left">
      <Pin size={12} strokeWidth={2} aria-hidden="true" />
      <span className="spoken">pinned</span>
    </span>
  );
};

const Sound = ({ id }: { id: string }) => {
  const tone = useDesk((desk) => desk.columns[id]?.definition.sound?.tone);
  const areOn = useDesk((desk) => desk.settings.hasSounds);
  if (tone === undefined) return null;
  const Icon = areOn ? Volume2 : VolumeX;
  const words = areOn ? `Sounds ${tone} when something arrives` : 'Would sound, but all sounds are off';
  return (
    <span className={styles.mark} title={words}>
      <Icon size={13} strokeWidth={1.75} aria-hidden="true" />
      <span className="spoken">{words}</span>
    </span>
  );
};

/** Of a column made of a search: what it looks for, and the way there. */
const KeptSearch = ({ id, title }: { id: string; title: string }) => {
  const text = useDesk((desk) => desk.columns[id]?.definition.filter.search);
  if (text === undefined) return null;
  return (
    <button
      type="button"
      className={styles.order}
      aria-label={`${title}: open this search in the Archive`}
      title={`Found by ${text}, newest first. Press to open the search in the Archive`}
      onClick={() => openSearch(text)}
    >
      <Search size={13} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
};

const orders: Record<Order, { words: string; Icon: typeof Clock3 }> = {
  newest: { words: 'Newest first', Icon: ArrowDownWideNarrow },
  oldest: { words: 'Oldest first', Icon: ArrowUpNarrowWide },
  due: { words: 'Next due first', Icon: Clock3 },
};

const OrderButton = ({ id, title }: { id: string; title: string }) => {
  const order = useDesk((desk) => desk.columns[id]?.definition.order ?? 'newest');
  const isSearch = useDesk((desk) => desk.columns[id]?.definition.filter.search !== undefined);
  const { words, Icon } = orders[order];
  // What a search finds is read newest first, and in no other order.
  if (isSearch) return null;
  return (
    <button
      type="button"
      className={styles.order}
      aria-label={`${title}: ${words}. Next order`}
      title={`${words}: press for the next order`}
      onClick={() => void nextOrder(id)}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
};
