import { isLive, type CallAttempt, type Escalation } from '../../shared/model.ts';
import { focusCall } from '../commands/phone-focus.ts';
import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { useIsPast } from '../store/past.ts';
import { runningIn } from '../store/phone.ts';
import { iMay } from '../store/rights.ts';
import { clockTime, fullTime } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { DuePill } from './due-pill.tsx';
import { endWords, lengthWords, outcomeWords, stateWords, windowWords } from './words.ts';
import entryStyles from '../thread/entry.module.css';
import styles from './call-entry.module.css';

/** A promise to call, in the log where it was made; each attempt under it. */
export const CallEntry = ({ row: call }: { row: Escalation }) => {
  const by = useDesk((desk) => desk.agents.get(call.requestedBy)?.initials ?? '');
  const window = useClock((now) => windowWords(call, now));
  const mayCall = useDesk((desk) => iMay(desk, 'call.work'));
  const isPast = useIsPast();
  const isMineToCall = mayCall && !isPast && isLive(call.state) && runningIn(call) === undefined;
  return (
    <div className={`${entryStyles.entry} ${styles.call}`} data-escalation-id={call.id}>
      <time
        className={entryStyles.time}
        dateTime={new Date(call.requestedAt).toISOString()}
        title={fullTime(call.requestedAt)}
      >
        {clockTime(call.requestedAt)}
      </time>
      <div className={`${entryStyles.said} ${styles.body}`}>
        <p className={styles.head}>
          Call {stateWords[call.state].toLowerCase()} · {call.phone.masked}
          {isLive(call.state) && ` · ${window}`}
          {call.state === 'abandoned' && ` · ${endWords(call.outcome)}`}
          {isLive(call.state) && <DuePill at={call.dueAt} />}
        </p>
        <p className={entryStyles.facts}>Asked for by {by}</p>
        {call.attempts.map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
        {isMineToCall && (
          <button
            type="button"
            className={styles.button}
            title={titled('call.dial')}
            onClick={() => {
              focusCall(call.id);
              runCommand('call.dial');
            }}
          >
            Call
          </button>
        )}
      </div>
    </div>
  );
};

const Attempt = ({ attempt }: { attempt: CallAttempt }) => {
  const by = useDesk((desk) => desk.agents.get(attempt.agentId)?.initials ?? '');
  const { startedAt, endedAt, outcome, note } = attempt;
  const how = outcome === null ? 'on the phone now' : outcomeWords[outcome].toLowerCase();
  return (
    <div className={styles.attempt}>
      <p>
        {clockTime(startedAt)} {by}: {how}
        {endedAt !== null && ` · ${lengthWords(endedAt - startedAt)}`}
      </p>
      {note !== '' && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </div>
  );
};
