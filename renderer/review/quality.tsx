import { useEffect, useState } from 'react';
import type { MeasureLine, Measures, Share } from '../../shared/api/review.ts';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import board from '../supervisor/board.module.css';
import styles from './quality.module.css';

const spans = [7, 30, 90] as const;
/** A share of fewer than this says nothing about a person: it is shown, and marked. */
const few = 10;

/** How well it goes beside how fast: what was closed in the last days, by person and by queue. Never in order of merit. */
export const Quality = () => {
  const [days, setDays] = useState<number>(7);
  const [known, setKnown] = useState<Measures | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    call('review.measures', { days }).then(
      (measures) => {
        if (!isHere) return;
        setKnown(measures);
        setProblem(null);
      },
      (error: unknown) => isHere && setProblem(failureOf(error).message),
    );
    return () => {
      isHere = false;
    };
  }, [days]);
  return (
    <section aria-label="Quality">
      <h2 className={board.title}>
        Quality
        <fieldset className={styles.spans} aria-label="Days">
          {spans.map((span) => (
            <button
              key={span}
              type="button"
              className={styles.span}
              aria-pressed={span === days}
              onClick={() => setDays(span)}
            >
              {span} days
            </button>
          ))}
        </fieldset>
      </h2>
      {problem !== null && <p className={board.trouble}>{problem}</p>}
      {known === null && problem === null && <p className={board.empty}>Counting what was closed.</p>}
      {known && known.all.resolved === 0 && known.all.quality.n === 0 ? (
        <p className={board.empty}>Nothing was resolved in these days.</p>
      ) : (
        known && <Table known={known} />
      )}
    </section>
  );
};

const Table = ({ known }: { known: Measures }) => {
  const agents = useDesk((desk) => desk.agents);
  const queues = useDesk((desk) => desk.queues);
  const people = known.people
    .map((line) => ({ line, id: line.agentId as string, name: agents.get(line.agentId)?.name ?? 'Somebody' }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const byQueue = known.queues
    .map((line) => ({
      line,
      id: line.queueId ?? 'none',
      name:
        queues.find(({ id }) => id === line.queueId)?.name ??
        (line.queueId === null ? 'No queue' : 'A queue'),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <table className={`${board.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="spoken">Who</span>
            </th>
            <th scope="col" title="Resolved by our first answer or call, and not back within 72 hours">
              First contact
            </th>
            <th
              scope="col"
              title="Back within 72 hours, or opened again by one of us; thanks alone are no return"
            >
              Reopened
            </th>
            <th scope="col" title="The customer said thanks after an answer">
              Thanks
            </th>
            <th scope="col" title="Median time to the first answer">
              Answer
            </th>
            <th scope="col" title="Mean of the reviews done in these days, of 100">
              Review
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name="All" line={known.all} />
          {people.map(({ id, name, line }) => (
            <Row key={id} name={name} line={line} />
          ))}
        </tbody>
        {byQueue.length > 1 && (
          <tbody className={styles.queues}>
            {byQueue.map(({ id, name, line }) => (
              <Row key={id} name={name} line={line} />
            ))}
          </tbody>
        )}
      </table>
      <p className={board.empty}>
        Small figures say of how many. Fewer than {few} are grey: too few to compare. What was closed in the
        last 72 hours is counted once it has stayed closed, or come back.
      </p>
    </>
  );
};

const Row = ({ name, line }: { name: string; line: MeasureLine }) => {
  const { firstContact, reopened, thanked, firstAnswerMs, quality } = line;
  return (
    <tr>
      <th scope="row">{name}</th>
      <ShareCell share={firstContact} />
      <ShareCell share={reopened} />
      <ShareCell share={thanked} />
      <Cell
        n={firstAnswerMs.n}
        value={firstAnswerMs.median === null ? null : shortTime(firstAnswerMs.median)}
      />
      <Cell n={quality.n} value={quality.mean === null ? null : String(Math.round(quality.mean))} />
    </tr>
  );
};

const ShareCell = ({ share: { of, n } }: { share: Share }) => (
  <Cell n={n} value={n === 0 ? null : `${Math.round((100 * of) / n)} %`} word="of" />
);

const Cell = ({ n, value, word = 'from' }: { n: number; value: string | null; word?: 'of' | 'from' }) => (
  <td data-few={n < few || undefined}>
    {value === null ? <span className={board.none}>·</span> : value}
    {value !== null && (
      <span className={styles.n}>
        {' '}
        {word} {n}
      </span>
    )}
  </td>
);

const minute = 60_000;
const shortTime = (ms: number): string => {
  if (ms < minute) return `${Math.round(ms / 1000)}s`;
  if (ms < 90 * minute) return `${Math.round(ms / minute)}m`;
  return `${(ms / (60 * minute)).toFixed(1)}h`;
};
