import type { PersonLine } from '../../shared/api/team.ts';
import { useDesk } from '../store/desk.ts';
import { Age } from '../ui/age.tsx';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import { agentRow } from './board-store.ts';
import { Late, Soon, Wait } from './figures.tsx';
import { Line } from './line.tsx';
import styles from './board.module.css';

const duties = { on: 'on duty', away: 'away', off: 'off duty' } as const;

export const PersonRow = ({ line, isFirst }: { line: PersonLine; isFirst: boolean }) => {
  const agent = useDesk((desk) => desk.agents.get(line.agentId));
  if (!agent) return null;
  const { name, initials, duty, loadCap, leftAt } = agent;
  const isFull = loadCap !== null && line.load >= loadCap;
  const state = leftAt === null ? duties[duty] : 'has left';
  const canTake = leftAt === null && duty !== 'off';
  return (
    <Line
      id={agentRow(line.agentId)}
      isFirst={isFirst}
      label={`${name}, ${state}, ${line.load} open threads`}
      takes={() => (canTake ? { do: 'assign', to: line.agentId } : null)}
    >
      <th scope="row" className={styles.who} data-off={!canTake || undefined}>
        <span className={styles.duty} data-duty={duty} title={state} />
        <span className={styles.initials}>{initials}</span>
        <span className={styles.name}>{name}</span>
        {duty !== 'on' && <span className={styles.state}>{state}</span>}
      </th>
      <td className={isFull ? styles.full : undefined}>
        {line.load}
        {loadCap !== null && <span className={styles.of}> of {loadCap}</span>}
      </td>
      <td>{line.waiting || <span className={styles.none}>·</span>}</td>
      <Wait since={line.oldestWait} />
      <Soon count={line.dueSoon} />
      <Late count={line.overdue} />
      <td className={styles.now}>
        <OnNow line={line} />
      </td>
    </Line>
  );
};

/** Cut at its end where there is little room: what is late comes first. */
const OnNow = ({ line }: { line: PersonLine }) => {
  const { lastThread, questions, questionsOver, callbacks } = line;
  const waiting = [
    callbacks > 0 && plural(callbacks, 'call'),
    questions > questionsOver && plural(questions - questionsOver, 'question'),
  ].filter((words) => words !== false);
  const isIdle = lastThread === null && waiting.length === 0 && questionsOver === 0;
  return (
    <>
      {isIdle && <span className={styles.none}>·</span>}
      {questionsOver > 0 && (
        <span className={styles.late} title="Put to them, and past the time by which an answer was wanted">
          <Mark shape="breached" /> {plural(questionsOver, 'question')} over{' '}
        </span>
      )}
      {lastThread && (
        <>
          @{lastThread.handle} <Age at={lastThread.at} />
        </>
      )}
      {waiting.length > 0 && (
        <span className={styles.others}>
          {lastThread && ' · '}
          {waiting.join(', ')}
        </span>
      )}
    </>
  );
};
