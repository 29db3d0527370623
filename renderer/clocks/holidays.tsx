import { useState } from 'react';
import type { Calendar } from '../../shared/model.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

type Props = { holidays: Calendar['holidays']; onChange: (holidays: Calendar['holidays']) => void };

const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Whole days on which nothing counts. */
export const Holidays = ({ holidays, onChange }: Props) => {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = (): void => {
    if (date === '' || name.trim() === '') return;
    const others = holidays.filter((one) => one.date !== date);
    onChange([...others, { date, name: name.trim() }].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    setDate('');
    setName('');
  };
  return (
    <section className={styles.group} aria-label="Holidays">
      <h3 className={styles.heading}>Holidays</h3>
      {holidays.length === 0 && (
        <p className={form.hint}>None. A calendar file (.ics) can be read in from the list of calendars.</p>
      )}
      <ul className={styles.holidays}>
        {holidays.map((one) => (
          <li key={one.date} className={styles.holiday}>
            <span className={styles.date}>{words.format(Date.parse(`${one.date}T00:00:00Z`))}</span>
            <span className={styles.rest}>{one.name}</span>
            <button
              type="button"
              className={styles.small}
              aria-label={`Remove ${one.name}, ${one.date}`}
              onClick={() => onChange(holidays.filter((other) => other !== one))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <input
          className={form.input}
          type="date"
          aria-label="Date of a holiday"
          value={date}
          onChange={({ target }) => setDate(target.value)}
        />
        <input
          className={form.input}
          aria-label="Name of the holiday"
          placeholder="Name"
          value={name}
          maxLength={80}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className={styles.small} onClick={add}>
          Add
        </button>
      </div>
    </section>
  );
};
