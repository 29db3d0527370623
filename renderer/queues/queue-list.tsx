import { useRef, type KeyboardEvent } from 'react';
import type { QueueCount } from '../../shared/api/queues.ts';
import type { Queue } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { useCounts } from './use-counts.ts';
import { assignmentWords, queueWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './queues.module.css';

type Props = { queues: readonly Queue[]; onEdit: (queue: Queue) => void; onNew: () => void };

/** In the order in which they are asked. The arrows move between them, with Shift they move the queue. */
export const QueueList = ({ queues, onEdit, onNew }: Props) => {
  const counts = useCounts();
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const list = useRef<HTMLOListElement>(null);
  const focus = (at: number): void =>
    list.current?.querySelectorAll<HTMLElement>('[data-queue]')[at]?.focus();
  const move = async (at: number, by: 1 | -1): Promise<void> => {
    const ids = queues.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, id);
    await attempt(() => call('queue.order', { ids }));
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.shiftKey) void move(at, by);
    else focus(at + by);
  };
  return (
    <div className={styles.group}>
      <div className={styles.above}>
        <p className={form.hint}>
          {queues.length === 0
            ? 'No queues yet: every thread is in No queue, where everybody sees it.'
            : 'Asked from the top; the first with a rule that fits gets the thread. Shift with the arrows moves a queue.'}
        </p>
        <button type="button" className={form.plain} data-queue="new" onClick={onNew}>
          New queue
        </button>
      </div>
      <ol ref={list} className={styles.queues} aria-label="Queues, in the order in which they are asked">
        {queues.map((queue, at) => (
          <li key={queue.id} className={styles.queue}>
            <button
              type="button"
              className={styles.open}
              data-queue={queue.id}
              onClick={() => onEdit(queue)}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <span className={styles.name}>{queue.name}</span>
              <span className={styles.counts}>{countWords(counts.get(queue.id))}</span>
              <span className={styles.rules}>{queueWords(queue, { accounts, tags })}</span>
              <span className={styles.mode}>{assignmentWords[queue.assignment]}</span>
            </button>
            <span className={styles.moves}>
              <button
                type="button"
                className={styles.move}
                title={`Ask ${queue.name} earlier (Shift+↑)`}
                aria-label={`Ask ${queue.name} earlier`}
                disabled={at === 0}
                onClick={() => void move(at, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                className={styles.move}
                title={`Ask ${queue.name} later (Shift+↓)`}
                aria-label={`Ask ${queue.name} later`}
                disabled={at === queues.length - 1}
                onClick={() => void move(at, 1)}
              >
                ↓
              </button>
            </span>
          </li>
        ))}
      </ol>
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
