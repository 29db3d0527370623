import type { QueueCount } from '../../shared/api/queues.ts';
import type { Queue } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { useCounts } from './use-counts.ts';
import { assignmentWords, queueWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './queues.module.css';

type Props = { queues: readonly Queue[]; onEdit: (queue: Queue) => void; onNew: () => void };

/** In the order in which they are asked, and below them what no rule fits. */
export const QueueList = ({ queues, onEdit, onNew }: Props) => {
  const counts = useCounts();
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  return (
    <div className={styles.group}>
      <div className={styles.above}>
        <p className={form.hint}>
          {queues.length === 0
            ? 'No queues yet: every thread is in No queue, where everybody sees it.'
            : 'Asked from the top; the first with a rule that fits gets the thread. Shift with the arrows moves a queue.'}
        </p>
        <button type="button" className={form.plain} data-row="new" onClick={onNew}>
          New queue
        </button>
      </div>
      <OrderedList
        label="Queues, in the order in which they are asked"
        items={queues}
        onOpen={onEdit}
        onOrder={(ids) => void attempt(() => call('queue.order', { ids }))}
        itemClass={styles.line}
      >
        {(queue) => (
          <>
            <span className={styles.name}>{queue.name}</span>
            <span className={styles.counts}>{countWords(counts.get(queue.id))}</span>
            <span className={styles.rules}>{queueWords(queue, { accounts, tags })}</span>
            <span className={styles.mode}>{assignmentWords[queue.assignment]}</span>
          </>
        )}
      </OrderedList>
      <p className={styles.nowhere}>
        <span className={styles.name}>No queue</span>
        <span className={styles.counts}>{countWords(counts.get(null))}</span>
      </p>
    </div>
  );
};

const countWords = (count: QueueCount | undefined): string => {
  if (!count) return 'empty';
  const { open, waiting, unassigned } = count;
  const parts = [
    `${open.toLocaleString('en')} open`,
    waiting === null ? null : `${waiting.toLocaleString('en')} waiting`,
    `${unassigned.toLocaleString('en')} nobody’s`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
};
