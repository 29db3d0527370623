import { ClipboardList, Dices } from 'lucide-react';
import type { PickLine, SampleLine } from '../../shared/api/review.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Age } from '../ui/age.tsx';
import { Bar } from '../ui/bar.tsx';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import { titled } from '../ui/titled.ts';
import { openPick, putAway, showAgreement } from './acts.ts';
import { doneIn, todoIn, useReview } from './store.ts';
import { pointsWords, sampleWords } from './words.ts';
import styles from './review.module.css';

/** What waits for me, what is to be settled, what I did last, and every sample with how far it is. */
export const List = () => {
  const work = useReview((state) => state.work);
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <button
          type="button"
          className={styles.button}
          title={titled('review.draw')}
          onClick={() => runCommand('review.draw')}
        >
          <Dices size={14} aria-hidden="true" /> Draw a sample…
        </button>
        <button
          type="button"
          className={styles.button}
          title={titled('review.form')}
          onClick={() => runCommand('review.form')}
        >
          <ClipboardList size={14} aria-hidden="true" /> Form…
        </button>
      </div>
      {work && (
        <>
          <Lines title="To review" lines={todoIn(work)} />
          <Lines title="Differences" lines={work.differences} />
          <Lines title="Done last" lines={doneIn(work)} />
          {work.samples.length > 0 && (
            <section aria-label="Samples">
              <h2 className={styles.head}>
                Samples <span className={styles.count}>{work.samples.length}</span>
              </h2>
              <ul className={styles.rows}>
                {work.samples.map((sample) => (
                  <SampleRow key={sample.id} sample={sample} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
};

const Lines = ({ title, lines }: { title: string; lines: readonly PickLine[] }) =>
  lines.length > 0 && (
    <section aria-label={title}>
      <h2 className={styles.head}>
        {title} <span className={styles.count}>{lines.length}</span>
      </h2>
      <ul className={styles.rows}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );

const Line = ({ line }: { line: PickLine }) => {
  const isHere = useReview(({ pick }) => pick?.pick.id === line.id);
  const agent = useDesk(({ agents }) => agents.get(line.agentId)?.initials ?? '?');
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => void openPick(line.id)}
      >
        <span className={styles.who}>
          <Name>{`@${line.handle}`}</Name>
        </span>
        <span className={styles.state}>{stateWords(line)}</span>
        <span className={styles.about}>
          by {agent}
          {line.closedAt !== null && (
            <>
              {' · closed '}
              <Age at={line.closedAt} />
            </>
          )}
          {line.isAskedAgain && line.mine?.isDone === false && (
            <span className={styles.asked}>
              <Mark shape="now" /> second look
            </span>
          )}
        </span>
      </button>
    </li>
  );
};

const stateWords = ({ mine, differences }: PickLine): string => {
  if (differences > 0) return plural(differences, 'difference');
  if (!mine) return '';
  if (mine.isDone) return pointsWords(mine.points);
  return mine.answered === 0 ? '' : `${mine.answered} of ${mine.of}`;
};

const SampleRow = ({ sample }: { sample: SampleLine }) => {
  const { id, mode, done, scores, drawnAt, picks } = sample;
  const by = useDesk(({ agents }) => agents.get(sample.drawnBy)?.initials ?? '?');
  return (
    <li className={styles.sample}>
      <span>{sampleWords(sample)}</span>
      <span className={styles.about}>
        {plural(picks, 'conversation')} · {done} of {plural(scores, 'review')} done · by {by}{' '}
        <Age at={drawnAt} />
      </span>
      <Bar aria-label="Reviews done" done={done} of={Math.max(1, scores)} />
      <span className={styles.tools}>
        {mode !== 'single' && (
          <button
            type="button"
            className={styles.small}
            title="How alike those judged who judged the same"
            onClick={() => showAgreement(id)}
          >
            Agreement…
          </button>
        )}
        <button
          type="button"
          className={styles.small}
          title="Out of the way; what was scored counts still, and Undo brings it back"
          onClick={() => void putAway(id)}
        >
          Put away
        </button>
      </span>
    </li>
  );
};
