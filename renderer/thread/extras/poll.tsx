import type { Extras } from '../../../shared/model.ts';
import { useClock } from '../../store/clock.ts';
import { folded } from '../../text/plain.ts';
import { plural } from '../../ui/number.ts';
import { clockTime, dayName, fullTime } from '../../ui/time.ts';
import styles from './extras.module.css';

type PollTold = NonNullable<Extras['poll']>;

/** A poll as it stood when it was read last: labels, votes, and how they compare. */
export const Poll = ({ poll: { options, endsAt } }: { poll: PollTold }) => {
  const all = options.reduce((sum, { votes }) => sum + votes, 0);
  const end = useClock((now) => endWords(endsAt, now));
  return (
    <figure className={styles.box}>
      <figcaption className={styles.caption} title={endsAt === null ? undefined : fullTime(endsAt)}>
        Poll · {plural(all, 'vote')} when it was read{end}
      </figcaption>
      <ul className={styles.options}>
        {options.map(({ label, votes }, at) => {
          const share = all === 0 ? 0 : votes / all;
          return (
            <li key={at} className={styles.option}>
              <bdi className={styles.label}>{folded(label)}</bdi>
              <span className={styles.votes}>
                {votes} · {Math.round(share * 100)} %
              </span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ width: `${share * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
};

const endWords = (endsAt: number | null, now: number): string => {
  if (endsAt === null) return '';
  const when = `${dayName(endsAt, now).toLowerCase()} ${clockTime(endsAt)}`;
  return endsAt > now ? ` · open until ${when}` : ` · ended ${when}`;
};
