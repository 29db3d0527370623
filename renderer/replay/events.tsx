import { memo, useLayoutEffect, useRef } from 'react';
import type { Ms } from '../../shared/model.ts';
import type { Moment, Story } from '../../shared/replay/story.ts';
import { dayName, exactTime, fullTime, isSameDay } from '../ui/time.ts';
import { goTo } from './moves.ts';
import { usePlaying } from './playing.ts';
import { laterWords, momentWords } from './words.ts';
import styles from './events.module.css';

/** So many are in the page on either side of the one that is shown; their numbers tell how many there are. */
const around = 25;

/** The same story in words, one line for each moment. */
export const Events = ({ story: { moments } }: { story: Story }) => {
  const at = usePlaying((playing) => playing.at);
  const said = usePlaying((playing) => playing.said);
  const from = Math.max(0, at - around);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[at - from]?.scrollIntoView({ block: 'nearest' });
  }, [at, from]);
  return (
    <ol ref={list} className={styles.events} aria-label={`What happened, ${moments.length} events`}>
      {moments.slice(from, at + around + 1).map((moment, index) => {
        const place = from + index;
        return (
          <Row
            key={place}
            moment={moment}
            before={moments[place - 1]?.at}
            place={place}
            of={moments.length}
            when={place === at ? 'now' : place > at ? 'ahead' : 'past'}
            said={said}
          />
        );
      })}
    </ol>
  );
};

type RowProps = {
  moment: Moment;
  before: Ms | undefined;
  place: number;
  of: number;
  when: 'past' | 'now' | 'ahead';
  /** Who wrote what is known once it is read. */
  said: unknown;
};

const Row = memo(({ moment, before, place, of, when }: RowProps) => {
  const heading = headingOf(moment.at, before);
  return (
    <li aria-setsize={of} aria-posinset={place + 1}>
      {heading !== '' && <p className={styles.later}>{heading}</p>}
      <button
        type="button"
        className={styles.event}
        aria-current={when === 'now' ? 'step' : undefined}
        data-ahead={when === 'ahead' || undefined}
        title={fullTime(moment.at)}
        onClick={() => goTo(place)}
      >
        <time dateTime={new Date(moment.at).toISOString()}>{exactTime(moment.at)}</time>
        <span>{momentWords(moment)}</span>
      </button>
    </li>
  );
});

/** `Tuesday 3 November · 22 hours later`: a new day, a long silence, or both. */
const headingOf = (at: Ms, before: Ms | undefined): string => {
  const day = before === undefined || !isSameDay(before, at) ? dayName(at, 0) : null;
  const later = before === undefined ? null : laterWords(at - before);
  return [day, later].filter((one) => one !== null).join(' · ');
};
