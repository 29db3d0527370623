import { useEffect, useMemo, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { CalendarId } from '../../shared/ids.ts';
import type { Calendar } from '../../shared/model.ts';
import { call } from '../call.ts';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { DayBar } from './day-bar.tsx';
import { Holidays } from './holidays.tsx';
import { hoursOf, hoursText } from './hours.ts';
import { myZone } from './my-zone.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const officeDay = '09:00–17:00';

type Props = { calendar: Calendar | null; onDone: () => void };

/** Business hours: when the clocks of a policy go on, in which zone, and on which days they do not. */
export const CalendarForm = ({ calendar, onDone }: Props) => {
  const [id] = useState(() => calendar?.id ?? (v7() as CalendarId));
  const [name, setName] = useState(calendar?.name ?? '');
  const [zone, setZone] = useState(calendar?.zone ?? myZone());
  const [week, setWeek] = useState(() =>
    calendar ? calendar.week.map(hoursText) : days.map((_, at) => (at < 5 ? officeDay : '')),
  );
  const [holidays, setHolidays] = useState(calendar?.holidays ?? []);
  const { trouble, setTrouble, attempt } = useAttempt(onDone);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const zones = useMemo(
    () => [...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted(),
    [zone],
  );
  const revision = calendar?.revision ?? null;

  const save = (): void => {
    const spans = week.map(hoursOf);
    const wrong = spans.indexOf(undefined);
    if (name.trim() === '') return setTrouble('The calendar needs a name.');
    if (wrong !== -1)
      return setTrouble(`${days[wrong]}: write hours as 09:00–17:00, with commas between several.`);
    void attempt(async () => {
      const draft = { name: name.trim(), zone, week: spans.map((day) => day ?? []), holidays: [...holidays] };
      await call('calendar.save', { id, revision, calendar: draft });
      return `${draft.name} is saved. Open threads are counted anew.`;
    });
  };
  return (
    <form
      className={form.form}
      aria-label={calendar === null ? 'New calendar' : `Change ${calendar.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.pair}>
        <Text label="Name" value={name} maxLength={60} inputRef={first} onChange={setName} />
        <label className={form.field}>
          <span className={form.label}>Time zone</span>
          <select className={form.input} value={zone} onChange={({ target }) => setZone(target.value)}>
            {zones.map((one) => (
              <option key={one} value={one}>
                {one.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className={styles.week}>
        <legend className={form.label}>Open</legend>
        {days.map((day, at) => (
          <label key={day} className={styles.day}>
            <span>{day}</span>
            <input
              className={form.input}
              value={week[at] ?? ''}
              placeholder="closed"
              maxLength={80}
              autoComplete="off"
              onChange={({ target }) => {
                setTrouble(null);
                setWeek(week.map((one, other) => (other === at ? target.value : one)));
              }}
            />
            <DayBar spans={hoursOf(week[at] ?? '')} />
          </label>
        ))}
        <div>
          <button
            type="button"
            className={styles.small}
            onClick={() => setWeek(week.map((one, at) => (at < 5 ? (week[0] ?? '') : one)))}
          >
            Monday’s hours until Friday
          </button>
        </div>
      </fieldset>
      <Holidays holidays={holidays} onChange={setHolidays} />
      <FormFoot trouble={trouble} onLeave={onDone}>
        {calendar !== null && (
          <button
            type="button"
            className={styles.small}
            onClick={() =>
              void attempt(async () => {
                await call('calendar.remove', { id, revision: calendar.revision });
                return `${calendar.name} is removed. Undo brings it back.`;
              })
            }
          >
            Remove the calendar
          </button>
        )}
      </FormFoot>
    </form>
  );
};
