import { useId, useState } from 'react';
import type { Ms } from '../../shared/model.ts';
import { dayNames, halfHourAfter, momentOf } from './moment.ts';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

/** When the customer can be reached, as it is typed. */
export type Window = { isAny: boolean; days: number; from: string; until: string };
export const noWindow: Window = { isAny: true, days: 0, from: '', until: '' };

/** Null while what is typed is no window. */
export const windowOf = (
  { isAny, days, from, until }: Window,
  now: Ms,
): { fromAt: Ms | null; untilAt: Ms | null } | null => {
  if (isAny) return { fromAt: null, untilAt: null };
  const fromAt = momentOf(days, from, now);
  const untilAt = until === '' ? null : momentOf(days, until, now);
  if (fromAt === null || (untilAt !== null && untilAt <= fromAt)) return null;
  return { fromAt, untilAt };
};

export const WindowField = ({ value, onChange }: { value: Window; onChange: (window: Window) => void }) => {
  const id = useId();
  return (
    <fieldset className={phone.window}>
      <legend className={styles.label}>When</legend>
      <label className={phone.check}>
        <input
          type="radio"
          name={id}
          checked={value.isAny}
          onChange={() => onChange({ ...value, isAny: true })}
        />
        <span>Any time</span>
      </label>
      <label className={phone.check}>
        <input
          type="radio"
          name={id}
          checked={!value.isAny}
          onChange={() => onChange({ ...value, isAny: false, from: value.from || halfHourAfter(Date.now()) })}
        />
        <span>At a time they named</span>
      </label>
      {!value.isAny && <TimeFields value={value} onChange={onChange} />}
    </fieldset>
  );
};

/** A day and two times: whole in one line, typed with the digits alone. */
export const TimeFields = ({ value, onChange }: { value: Window; onChange: (window: Window) => void }) => {
  const [now] = useState(() => Date.now());
  return (
    <div className={phone.times}>
      <select
        className={styles.input}
        aria-label="Day"
        value={value.days}
        onChange={(event) => onChange({ ...value, days: Number(event.target.value) })}
      >
        {dayNames(now).map((name, days) => (
          <option key={name} value={days}>
            {name}
          </option>
        ))}
      </select>
      <input
        className={styles.input}
        type="time"
        aria-label="From"
        value={value.from}
        onChange={(event) => onChange({ ...value, from: event.target.value })}
      />
      until
      <input
        className={styles.input}
        type="time"
        aria-label="Until, if they said so"
        value={value.until}
        onChange={(event) => onChange({ ...value, until: event.target.value })}
      />
    </div>
  );
};
