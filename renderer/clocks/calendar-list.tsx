import { useRef } from 'react';
import type { Calendar } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { hoursText } from './hours.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

type Props = { onEdit: (calendar: Calendar) => void; onNew: () => void };

/** As core has it; a longer file is no list of holidays. */
const icsCap = 200_000;

export const CalendarList = ({ onEdit, onNew }: Props) => {
  const calendars = useDesk((desk) => desk.calendars);
  return (
    <section className={styles.group} aria-label="Business hours">
      <div className={styles.above}>
        <h3 className={styles.heading}>Business hours</h3>
        <button type="button" className={form.plain} data-row="new-calendar" onClick={onNew}>
          New calendar
        </button>
      </div>
      {calendars.length === 0 && (
        <p className={form.hint}>
          None yet: clocks run around the clock. A calendar says when they stand still.
        </p>
      )}
      <ul className={styles.rows} aria-label="Calendars">
        {calendars.map((calendar) => (
          <li key={calendar.id} className={styles.row}>
            <button
              type="button"
              className={styles.open}
              data-row={calendar.id}
              onClick={() => onEdit(calendar)}
            >
              <span className={styles.name}>{calendar.name}</span>
              <span className={styles.aside}>
                {calendar.zone.replaceAll('_', ' ')} · Monday {hoursText(calendar.week[0] ?? []) || 'closed'}{' '}
                · {calendar.holidays.length === 1 ? '1 holiday' : `${calendar.holidays.length} holidays`}
              </span>
            </button>
            <Import calendar={calendar} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Import = ({ calendar }: { calendar: Calendar }) => {
  const file = useRef<HTMLInputElement>(null);
  const read = async (chosen: File): Promise<void> => {
    if (chosen.size > icsCap)
      return notify(`${chosen.name} is over 200 kB: that is no list of holidays.`, 'trouble');
    await attempt(async () => {
      const ics = await chosen.text();
      const { added, from, to } = await call('calendar.import', { calendarId: calendar.id, ics });
      notify(`${added} holidays are new in ${calendar.name}, for ${from} to ${to}.`);
    });
  };
  return (
    <>
      <input
        ref={file}
        className="spoken"
        type="file"
        accept=".ics,text/calendar"
        aria-label={`Calendar file with holidays for ${calendar.name}`}
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void read(chosen);
          target.value = '';
        }}
      />
      <button
        type="button"
        className={styles.small}
        title="Reads whole days and yearly holidays from an iCalendar file (.ics)"
        onClick={() => file.current?.click()}
      >
        Import holidays…
      </button>
    </>
  );
};
