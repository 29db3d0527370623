import { useClock } from '../store/clock.ts';
import { age } from '../ui/time.ts';
import type { Choice } from './choices.ts';
import styles from './assign.module.css';

const duties = { on: 'on duty', away: 'away', off: 'off duty' } as const;

/** A person and what speaks for and against them. */
export const PersonRow = ({ choice: { name, agent, about, why } }: { choice: Choice }) => {
  const hadAt = about?.hadCustomerAt ?? null;
  const had = useClock((now) => (hadAt === null ? '' : `had this customer ${age(hadAt, now)} ago`));
  // The line is cut at its end: why not to give it comes first.
  const facts = [
    why,
    agent && agent.duty !== 'on' && why !== duties.off && duties[agent.duty],
    had,
    about?.hasSkill === false && 'skill not listed',
    about?.speaks === true && 'speaks it',
    about?.speaks === false && 'language not listed',
  ].filter(Boolean);
  const isFull = agent?.loadCap != null && about !== null && about.load >= agent.loadCap;
  return (
    <>
      <span className={styles.initials}>{agent?.initials ?? '—'}</span>
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{facts.join(' · ')}</span>
      {about && (
        <span className={isFull ? styles.full : styles.load}>
          {about.load}
          {agent?.loadCap != null && ` of ${agent.loadCap}`}
          <span className="spoken"> open threads</span>
        </span>
      )}
    </>
  );
};
