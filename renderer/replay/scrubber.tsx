import { memo, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { Happening, Story } from '../../shared/replay/story.ts';
import { placeAt, laneNames, lanes, marksOf, nearest, placesOf, silencesOf, type Lane } from './layout.ts';
import { goTo } from './moves.ts';
import { usePlaying } from './playing.ts';
import { instantWords, laterWords, momentWords } from './words.ts';
import styles from './scrubber.module.css';

const laneHeight = 14;
const height = lanes.length * laneHeight;

/** The whole story at a glance: a lane for each kind of thing, and the instant that is shown. */
export const Scrubber = ({ story }: { story: Story }) => {
  const at = usePlaying((playing) => playing.at);
  const delay = usePlaying((playing) => playing.delay);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.max(0, element.clientWidth - 2 * margin));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { moments } = story;
  const places = useMemo(() => placesOf(moments), [moments]);
  const moment = moments[at];
  if (!moment) return null;
  const x = margin + (places[at] ?? 0) * width;
  const placeOf = (time: number | null): number =>
    margin + (time === null ? 1 : (placeAt(time, moments, places) ?? 1)) * width;
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    goTo(nearest((event.clientX - left - margin) / Math.max(1, width), places));
  };
  return (
    <div className={styles.scrubber}>
      <ul className={styles.names} aria-hidden="true">
        {lanes.map((lane) => (
          <li key={lane}>{laneNames[lane]}</li>
        ))}
      </ul>
      <div
        ref={box}
        className={styles.lanes}
        // Not a range: its steps are moments, each with a place and words of its own.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label="Time"
        aria-valuemin={1}
        aria-valuemax={moments.length}
        aria-valuenow={at + 1}
        aria-valuetext={`${instantWords(moment.at)}: ${momentWords(moment)}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onPointer(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onPointer(event);
        }}
      >
        <svg width="100%" height={height + labels} aria-hidden="true">
          {delay !== null && (
            <rect
              className={styles.waited}
              x={placeOf(delay.from)}
              width={Math.max(2, placeOf(delay.until) - placeOf(delay.from))}
              y={0}
              height={height}
            />
          )}
          <Lanes story={story} places={places} width={width} />
          <line className={styles.now} x1={x} x2={x} y1={0} y2={height} />
          <path className={styles.head} d={`M${x - 4} 0h8l-4 6Z`} />
        </svg>
      </div>
    </div>
  );
};

/** Room for a mark at either end. */
const margin = 8;
/** The line under the lanes on which silences are told. */
const labels = 16;

/** Everything that does not move with the instant: painted once. */
const Lanes = memo(
  ({ story: { moments }, places, width }: { story: Story; places: readonly number[]; width: number }) => {
    const marks = marksOf(moments, places, width);
    const dues = moments.flatMap(({ did }) =>
      did.flatMap((one) => (one.did === 'breached' ? [placeAt(one.dueAt, moments, places) ?? 1] : [])),
    );
    return (
      <>
        {lanes.map((lane, index) => (
          <line
            key={lane}
            className={styles.lane}
            x1={margin}
            x2={margin + width}
            y1={middleOf(lane)}
            y2={middleOf(lane)}
            data-lane={index}
          />
        ))}
        {dues.map((place) => (
          <line
            key={place}
            className={styles.due}
            x1={margin + place * width}
            x2={margin + place * width}
            y1={0}
            y2={height}
          />
        ))}
        {marks.map(({ lane, x, one }) => (
          <path
            key={`${lane} ${x}`}
            className={styles[toneOf(lane, one)]}
            transform={`translate(${margin + x} ${middleOf(lane)})`}
            d={shapeOf(lane, one)}
          />
        ))}
        {silencesOf(moments, places, width).map(({ middle, ms }) => (
          <text key={middle} className={styles.later} x={margin + middle} y={height + 12} textAnchor="middle">
            {laterWords(ms)}
          </text>
        ))}
      </>
    );
  },
);

const middleOf = (lane: Lane): number => lanes.indexOf(lane) * laneHeight + laneHeight / 2;

// Each lane has a shape of its own, so that colour is never the only sign.
const shapes: Record<Lane, string> = {
  customer: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  us: 'M-3.5 -3.5h7v7h-7Z',
  notes: 'M0 -4.5L4.5 0L0 4.5L-4.5 0Z',
  work: 'M0 -4L4 3.5H-4Z',
  clocks: 'M-1 -4.5h2v9h-2Z',
  calls: 'M-1.5 -4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3Z',
};
const missed = 'M-5 -5L5 5M5 -5L-5 5';

const shapeOf = (lane: Lane, one: Happening): string => (one.did === 'breached' ? missed : shapes[lane]);

const toneOf = (lane: Lane, one: Happening): string => {
  if (one.did === 'breached') return 'breached';
  if (one.did === 'warned') return 'warned';
  return lane;
};
