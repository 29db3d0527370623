import { isLive, type CallAttempt, type Escalation } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { runningIn } from '../store/phone.ts';
import { clockTime } from '../ui/time.ts';
import { endWords, lengthWords, outcomeWords } from './words.ts';
import styles from './call-card.module.css';

/** Who asked, who calls, how often it was tried, how it ended. */
export const CallFacts = ({ call }: { call: Escalation }) => {
  const agents = useDesk((desk) => desk.agents);
  const initials = (id: Escalation['assigneeId']): string =>
    id === null ? '' : (agents.get(id)?.initials ?? '');
  const running = runningIn(call);
  const last = call.attempts.at(-1);
  return (
    <p className={styles.facts}>
      {running ? (
        <strong className={styles.talking}>{initials(running.agentId)} is calling now</strong>
      ) : (
        <span>{isLive(call.state) ? tried(call, last) : ended(call, last)}</span>
      )}
      {call.assigneeId === null
        ? isLive(call.state) && <span className={styles.owner}>anybody’s</span>
        : initials(call.assigneeId) !== '' && <b className={styles.owner}>{initials(call.assigneeId)}</b>}
    </p>
  );
};

const tried = ({ attempts }: Escalation, last: CallAttempt | undefined): string => {
  if (!last) return 'not tried yet';
  const times = attempts.length === 1 ? 'tried once' : `tried ${attempts.length}×`;
  const how = last.outcome === null ? '' : `, ${outcomeWords[last.outcome].toLowerCase()}`;
  return `${times}${how} ${clockTime(last.startedAt)}`;
};

const ended = ({ outcome, state }: Escalation, last: CallAttempt | undefined): string => {
  if (state !== 'done' || last === undefined || last.endedAt === null) return endWords(outcome);
  return `${endWords(outcome)} · ${lengthWords(last.endedAt - last.startedAt)}`;
};
