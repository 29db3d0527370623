import type { OutboxItem } from '../../shared/model.ts';
import { doubtLines } from '../outbox/doubt-lines.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { RichText } from '../text/rich-text.tsx';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import { cancel, decide, retry, takeBack } from './outbox-actions.ts';
import { outboxWords, type OutboxSaid } from './outbox-words.ts';
import { SentWith } from './sent-with.tsx';
import entryStyles from './entry.module.css';
import styles from './outbox-entry.module.css';

/** Something of ours that the network has not confirmed. */
export const OutboxEntry = ({ item }: { item: OutboxItem }) => {
  // Words that count down repaint; the rest stay as they are.
  const words = useClock((now) => outboxWords(item, now).words);
  const { tone, can } = outboxWords(item, 0);
  const may = useDesk((desk) => iMay(desk, 'thread.work'));
  const isMine = useDesk((desk) => desk.me.id === item.by);
  const offered = may ? buttons.filter(({ what }) => can.includes(what) && (isMine || what !== 'edit')) : [];
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
        <SentWith uploads={item.uploads} />
        <output className={styles.state}>
          <Mark className={styles[tone]} shape={tone} />{' '}
          {item.parts > 1 && (
            <span className={styles.part}>
              Part {item.part} of {item.parts} ·{' '}
            </span>
          )}
          {words}
        </output>
        {doubtLines(item).map((line) => (
          <p key={line} className={styles.fact}>
            {line}
          </p>
        ))}
        {offered.length > 0 && (
          <div className={styles.buttons}>
            {offered.map(({ what, label, title, run }) => (
              <button
                key={what}
                type="button"
                className={styles.button}
                title={title}
                onClick={() => void run(item)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
};

const buttons: readonly {
  what: OutboxSaid['can'][number];
  label: string;
  title: string;
  run: (item: OutboxItem) => Promise<unknown>;
}[] = [
  { what: 'retry', label: 'Try again', title: 'Sends it once more, as it is', run: retry },
  {
    what: 'arrived',
    label: 'It arrived',
    title: 'I have looked on the network and seen it there',
    run: decide('arrived'),
  },
  {
    what: 'lost',
    label: 'It did not',
    title: 'I have looked, and it is not there. The text is kept and can be sent again.',
    run: decide('lost'),
  },
  {
    what: 'edit',
    label: 'Edit',
    title: 'Takes it back and puts the text into the composer',
    run: takeBack,
  },
  { what: 'cancel', label: 'Take back', title: 'Nothing is sent; the text is a draft again', run: cancel },
];
