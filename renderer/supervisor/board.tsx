import { useEffect } from 'react';
import { QualityPart } from '../review/quality-part.tsx';
import { get, useDesk } from '../store/desk.ts';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import { useBoard } from './board-store.ts';
import { PersonRow } from './person-row.tsx';
import { focusBoard } from './place.ts';
import { QueueRow } from './queue-row.tsx';
import styles from './board.module.css';

/** Everybody and every queue, one line each. The keyboard walks the lines; Enter shows a line's threads beside it. */
export const Board = () => {
  const board = useBoard((state) => state.board);
  const problem = useBoard((state) => state.problem);
  const row = useBoard((state) => state.row);
  const isIdle = useDesk((desk) => desk.region !== 'team');
  const onDuty = useDesk((desk) => [...desk.agents.values()].filter(isOnDuty).length);
  const first = board?.people[0]?.agentId;
  const isThere = board !== null;
  useEffect(() => {
    if (isThere && get().region === 'team') focusBoard();
  }, [isThere]);
  return (
    <section
      className={styles.board}
      aria-label="Board"
      data-region="team"
      data-idle={isIdle || undefined}
      tabIndex={-1}
    >
      {problem !== null && <p className={styles.trouble}>{problem}</p>}
      {board && (
        <>
          <h2 className={styles.title}>
            People <span className={styles.count}>{plural(onDuty, 'on duty', 'on duty')}</span>
            {board.overdueQuestions > 0 && (
              <span className={styles.overdue} title="An answer was wanted by now">
                <Mark shape="breached" /> {plural(board.overdueQuestions, 'question')} to colleagues over time
              </span>
            )}
          </h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Threads</th>
                <th scope="col">Waiting</th>
                <th scope="col" title="Since when the longest of them waits">
                  Oldest
                </th>
                <th scope="col" title="A deadline passes in the next 15 minutes">
                  15 min
                </th>
                <th scope="col">Late</th>
                <th scope="col">On now</th>
              </tr>
            </thead>
            <tbody>
              {board.people.map((line) => (
                <PersonRow key={line.agentId} line={line} isFirst={row === null && line.agentId === first} />
              ))}
            </tbody>
          </table>
          {board.people.length < 2 && (
            <p className={styles.empty}>You are alone on this desk. Add colleagues in Settings, People.</p>
          )}
          <h2 className={styles.title}>Queues</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col">Open</th>
                <th scope="col">Nobody’s</th>
                <th scope="col" title="Since when the longest of them waits">
                  Oldest
                </th>
                <th scope="col">15 min</th>
                <th scope="col">Late</th>
              </tr>
            </thead>
            <tbody>
              {board.queues.map((line) => (
                <QueueRow key={line.queueId ?? 'none'} line={line} />
              ))}
            </tbody>
          </table>
          <QualityPart />
        </>
      )}
    </section>
  );
};

const isOnDuty = ({ duty, leftAt }: { duty: string; leftAt: number | null }): boolean =>
  duty === 'on' && leftAt === null;
