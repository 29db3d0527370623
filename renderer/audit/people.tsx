import { useDesk } from '../store/desk.ts';
import { clockTime, dayName, isSameDay } from '../ui/time.ts';
import { useAudit } from './store.ts';
import styles from './audit.module.css';

/** Of one thread: who saw its direct messages, and who else had to do with it. */
export const People = () => {
  const people = useAudit((state) => state.people);
  const isOfThread = useAudit((state) => state.filter.threadId !== undefined);
  const agents = useDesk((desk) => desk.agents);
  if (!isOfThread || people.length === 0) return null;
  const saw = people.filter(({ looks }) => looks > 0).length;
  return (
    <section className={styles.people} aria-label="Who saw this thread">
      <h2 className={styles.caption}>
        {saw === 0 ? 'Nobody here has seen a direct message of it' : 'Who saw it'}
      </h2>
      <ul className={styles.persons}>
        {people.map(({ agentId, looks, lookedAt, acts, actedAt }) => (
          <li key={agentId} className={styles.person}>
            <b>{agents.get(agentId)?.name ?? 'Somebody'}</b>{' '}
            {lookedAt !== null && (
              <span>{`saw direct messages ${times(looks)}, last ${when(lookedAt)}`}</span>
            )}
            {lookedAt !== null && actedAt !== null && ' · '}
            {actedAt !== null && (
              <span className={styles.quiet}>{`did something ${times(acts)}, last ${when(actedAt)}`}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const when = (at: number): string => {
  const now = Date.now();
  return isSameDay(at, now) ? clockTime(at) : `${dayName(at, now)}, ${clockTime(at)}`;
};
