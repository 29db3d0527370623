import { useState, type FormEvent } from 'react';
import {
  abandonReasons,
  callOutcomes,
  type AbandonReason,
  type CallAttempt,
  type CallOutcome,
  type Escalation,
} from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { finishCall } from './finish.ts';
import { dayNames, halfHourAfter, momentOf } from './moment.ts';
import { outcomeWords, reasonWords } from './words.ts';
import styles from './panel.module.css';

type Next = 'done' | 'again' | 'abandon';

/** What usually comes after a call that went so; the agent may say otherwise. */
const usual: Record<CallOutcome, Next> = {
  talked: 'done',
  'no-answer': 'again',
  busy: 'again',
  voicemail: 'again',
  'wrong-number': 'abandon',
  refused: 'abandon',
};
const usualReason: Partial<Record<CallOutcome, AbandonReason>> = {
  'wrong-number': 'wrong-number',
  refused: 'declined',
};

/** How the call went, and what comes next: three choices, each filled in. */
export const WrapUp = ({ call, attempt }: { call: Escalation; attempt: CallAttempt }) => {
  const dueMinutes = useDesk((desk) => desk.settings.phoneDueMinutes);
  const [now] = useState(() => Date.now());
  const [outcome, setOutcome] = useState<CallOutcome>('talked');
  const [next, setNext] = useState<Next>('done');
  const [days, setDays] = useState(-1);
  const [time, setTime] = useState('');
  const [reason, setReason] = useState<AbandonReason>('unreachable');
  const [isBusy, setBusy] = useState(false);
  const at = days < 0 ? null : momentOf(days, time, now);
  const isTimeMissing = next === 'again' && days >= 0 && at === null;

  const choose = (chosen: CallOutcome): void => {
    setOutcome(chosen);
    setNext(usual[chosen]);
    setReason(usualReason[chosen] ?? 'unreachable');
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isTimeMissing || isBusy) return;
    setBusy(true);
    const step =
      next === 'again'
        ? { do: 'again' as const, at }
        : next === 'abandon'
          ? { do: 'abandon' as const, reason }
          : { do: 'done' as const };
    void finishCall(call, attempt.id, outcome, step).finally(() => setBusy(false));
  };
  return (
    <form className={styles.wrap} aria-label="Wrap up the call" onSubmit={onSubmit}>
      <select
        className={styles.choice}
        aria-label="How it went"
        value={outcome}
        onChange={(event) => choose(event.target.value as CallOutcome)}
      >
        {callOutcomes.map((one) => (
          <option key={one} value={one}>
            {outcomeWords[one]}
          </option>
        ))}
      </select>
      <select
        className={styles.choice}
        aria-label="What comes next"
        value={next}
        onChange={(event) => setNext(event.target.value as Next)}
      >
        {outcome === 'talked' && <option value="done">Done</option>}
        <option value="again">Call again</option>
        <option value="abandon">Abandon</option>
      </select>
      {next === 'again' && (
        <div className={styles.again}>
          <select
            className={styles.choice}
            aria-label="When to call again"
            value={days}
            onChange={(event) => {
              setDays(Number(event.target.value));
              if (time === '') setTime(halfHourAfter(Date.now()));
            }}
          >
            <option value={-1}>in {dueMinutes} minutes</option>
            {dayNames(now).map((name, day) => (
              <option key={name} value={day}>
                {name} at
              </option>
            ))}
          </select>
          {days >= 0 && (
            <input
              className={styles.choice}
              type="time"
              aria-label="At"
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          )}
        </div>
      )}
      {next === 'abandon' && (
        <select
          className={styles.choice}
          aria-label="Why"
          value={reason}
          onChange={(event) => setReason(event.target.value as AbandonReason)}
        >
          {abandonReasons.map((one) => (
            <option key={one} value={one}>
              {reasonWords[one]}
            </option>
          ))}
        </select>
      )}
      <button type="submit" className={styles.finish} disabled={isTimeMissing || isBusy}>
        Wrap up
      </button>
    </form>
  );
};
