import { useMemo } from 'react';
import type { Schedule } from '../../shared/model.ts';
import { focusSchedule } from '../commands/schedules.ts';
import { useKeptFocus } from '../outbox/use-kept-focus.ts';
import { useOwnKeyboard } from '../outbox/use-own-keyboard.ts';
import { useDesk } from '../store/desk.ts';
import { dayName } from '../ui/time.ts';
import { ScheduleRow } from './schedule-row.tsx';
import { StopBar } from './stop-bar.tsx';
import styles from '../outbox/mail.module.css';

/** What leaves later, day by day, and who has let it. */
export const Scheduled = ({ title }: { title: string }) => {
  const desk = useOwnKeyboard();
  const schedules = useDesk((desk) => desk.schedules);
  const days = useMemo(() => byDay(schedules), [schedules]);
  const ids = useMemo(() => schedules.map(({ id }) => id), [schedules]);
  const focused = useDesk(({ mail }) => mail.scheduled);
  useKeptFocus(ids, focused, focusSchedule);
  return (
    <main ref={desk} className={styles.desk} aria-label={title} data-region="scheduled" tabIndex={-1}>
      <h1 className="spoken">{title}</h1>
      <div className={styles.inside}>
        <StopBar />
        {days.map(({ name, all }, at) => (
          <section key={name} className={styles.group} aria-label={name}>
            <h2 className={styles.head}>
              {name} <span className={styles.count}>{all.length}</span>
            </h2>
            <ul className={styles.rows}>
              {all.map((one, place) => (
                <li key={one.id}>
                  <ScheduleRow one={one} isFirst={at === 0 && place === 0} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {schedules.length === 0 && (
          <div className={styles.nothing}>
            <p className={styles.why}>Nothing is scheduled.</p>
            <p>
              Write an answer and choose “Send later…”, or schedule a post. A second person reads it first.
            </p>
          </div>
        )}
      </div>
    </main>
  );
};

const byDay = (schedules: readonly Schedule[]): { name: string; all: Schedule[] }[] => {
  const now = Date.now();
  const days = new Map<string, Schedule[]>();
  for (const one of schedules) {
    const name = dayName(one.at, now);
    days.set(name, [...(days.get(name) ?? []), one]);
  }
  return [...days].map(([name, all]) => ({ name, all }));
};
