import type { Ms, Stream, StreamState } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime, exactTime, isSameDay, until } from '../ui/time.ts';
import styles from './connections.module.css';

const names: Record<Stream, string> = {
  mentions: 'Mentions',
  direct: 'Direct messages',
  own: 'Our own posts',
};

/** When each was read last and will be next, and what the network still allows: in this quarter of an hour, and this day. */
export const Streams = ({ streams, isPaused }: { streams: readonly StreamState[]; isPaused: boolean }) => {
  // Not every network keeps such a window, and then there is nothing to say of it.
  const hasDay = streams.some(({ day }) => day !== null);
  return (
    <table className={styles.streams}>
      <thead>
        <tr>
          <th scope="col">What is read</th>
          <th scope="col">As of</th>
          <th scope="col">Next</th>
          <th scope="col">Calls left</th>
          {hasDay && <th scope="col">In 24 hours</th>}
        </tr>
      </thead>
      <tbody>
        {streams.map((one) => (
          <Row key={one.stream} one={one} isPaused={isPaused} hasDay={hasDay} />
        ))}
      </tbody>
    </table>
  );
};

type RowProps = { one: StreamState; isPaused: boolean; hasDay: boolean };

const Row = ({ one, isPaused, hasDay }: RowProps) => {
  const { stream, asOf, nextAt, callsLeft, callsLimit, day, trouble } = one;
  const next = useClock((now) => nextWords(nextAt, now));
  const slow = one.isSlow ? 'X is slow to answer: this is still waited for.' : null;
  const said = trouble ?? slow;
  return (
    <>
      <tr>
        <th scope="row">{names[stream]}</th>
        <td>{asOf === null ? 'not yet' : exactTime(asOf)}</td>
        <td>{isPaused ? 'paused' : next}</td>
        <td>{callsLeft === null || callsLimit === null ? 'not told' : `${callsLeft} of ${callsLimit}`}</td>
        {hasDay && <td>{day === null ? 'not told' : dayWords(day)}</td>}
      </tr>
      {said !== null && (
        <tr className={styles.said}>
          <td colSpan={5}>
            <Mark className={styles.now} shape={trouble === null ? 'soon' : 'now'} /> {said}
          </td>
        </tr>
      )}
    </>
  );
};

const nextWords = (nextAt: Ms | null, now: Ms): string => {
  if (nextAt === null) return 'not planned';
  return nextAt > now ? `in ${until(nextAt, now)}` : 'now';
};

const dayWords = ({ left, limit, resetAt }: NonNullable<StreamState['day']>): string =>
  `${left} of ${limit} until ${isSameDay(resetAt, Date.now()) ? '' : 'tomorrow '}${clockTime(resetAt)}`;
