import type { QueueLine } from '../../shared/api/team.ts';
import { useDesk } from '../store/desk.ts';
import { queueRow } from './board-store.ts';
import { Late, Soon, Wait } from './figures.tsx';
import { Line } from './line.tsx';
import styles from './board.module.css';

export const QueueRow = ({ line }: { line: QueueLine }) => {
  const { queueId } = line;
  const name = useDesk(({ queues }) =>
    queueId === null ? 'No queue' : (queues.find(({ id }) => id === queueId)?.name ?? 'A queue'),
  );
  return (
    <Line
      id={queueRow(queueId)}
      isFirst={false}
      label={`Queue ${name}, ${line.unassigned} nobody’s`}
      takes={() => (queueId === null ? null : { do: 'queue', queueId })}
    >
      <th scope="row" className={styles.who}>
        <span className={styles.name}>{name}</span>
      </th>
      <td>{line.open || <span className={styles.none}>·</span>}</td>
      <td>{line.unassigned || <span className={styles.none}>·</span>}</td>
      <Wait since={line.oldestWait} />
      <Soon count={line.dueSoon} />
      <Late count={line.overdue} />
    </Line>
  );
};
