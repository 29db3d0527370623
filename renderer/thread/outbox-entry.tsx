import type { OutboxItem } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { RichText } from '../text/rich-text.tsx';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import { cancel, retry, takeBack } from './outbox-actions.ts';
import { outboxWords } from './outbox-words.ts';
import entryStyles from './entry.module.css';
import styles from './outbox-entry.module.css';

/** Something of ours that the network has not confirmed. */
export const OutboxEntry = ({ item }: { item: OutboxItem }) => {
  // Words that count down repaint; the rest stay as they are.
  const words = useClock((now) => outboxWords(item, now).words);
  const { tone, can } = outboxWords(item, 0);
  return (
    <div
      className={cx(entryStyles.entry, entryStyles.out, item.kind === 'dm' && entryStyles.direct)}
      data-outbox-id={item.id}
    >
      <time className={entryStyles.time} dateTime={new Date(item.queuedAt).toISOString()}>
        {clockTime(item.queuedAt)}
      </time>
      <div className={entryStyles.said}>
        <div className={entryStyles.text} dir="auto">
          <RichText text={item.text} lang={null} />
        </div>
        <output className={styles.state}>
          <Mark className={styles[tone]} shape={tone} /> {words}
        </output>
        {can.length > 0 && (
          <div className={styles.buttons}>
            {can.includes('retry') && (
              <button type="button" className={styles.button} onClick={() => void retry(item)}>
                {item.state.at === 'uncertain' ? 'Send again' : 'Retry'}
              </button>
            )}
            {can.includes('edit') && (
              <button
                type="button"
                className={styles.button}
                title="Takes it back and puts the text into the composer"
                onClick={() => void takeBack(item)}
              >
                Edit
              </button>
            )}
            {can.includes('cancel') && (
              <button type="button" className={styles.button} onClick={() => void cancel(item)}>
                Cancel
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
};
