import type { PickView, ScoreView } from '../../shared/api/review.ts';
import { scoredIn } from '../../shared/review/form.ts';
import { scoreOf } from '../../shared/review/scoring.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import { titled } from '../ui/titled.ts';
import { differencesOf, isOpen } from './acts.ts';
import { Question } from './question.tsx';
import { pointsWords } from './words.ts';
import styles from './review.module.css';

/** What is asked of the conversation, what I say to it, and, once I am done, what others said. */
export const FormPane = ({ view }: { view: PickView }) => {
  const { form, mine, others, hidden } = view;
  const differ = new Set(differencesOf(view).map(({ id }) => id));
  return (
    <section className={styles.form} aria-label="Review">
      <header className={styles.formHead}>
        <h2 className={styles.paneHead}>
          {form.name} <span className={styles.count}>version {form.version}</span>
        </h2>
        <Standing view={view} />
      </header>
      <div className={styles.questions}>
        {form.sections.map(({ id, title, questions }) => (
          <section key={id} aria-label={title}>
            <h3 className={styles.head}>{title}</h3>
            {questions.map((question) => (
              <Question
                key={question.id}
                question={question}
                view={view}
                isDifferent={differ.has(question.id)}
              />
            ))}
          </section>
        ))}
        {hidden > 0 && (
          <p className={styles.hint}>
            {isOpen(view)
              ? `${plural(hidden, 'other review is', 'other reviews are')} not shown until yours is done.`
              : `${plural(hidden, 'other review is', 'other reviews are')} not done yet.`}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        {isOpen(view) ? (
          <button
            type="button"
            className={styles.primary}
            title={titled('review.finish')}
            onClick={() => runCommand('review.finish')}
          >
            Finish <KeyCap id="review.finish" />
          </button>
        ) : (
          <Sending scores={[...(mine ? [mine] : []), ...others]} agentId={view.pick.agentId} />
        )}
      </footer>
    </section>
  );
};

/** What it comes to so far. */
const Standing = ({ view: { form, mine, joint, others, pick } }: { view: PickView }) => {
  const agent = useDesk(({ agents }) => agents.get(pick.agentId)?.name ?? 'Somebody');
  const isHalf = mine !== null && mine.doneAt === null;
  const { points, isFailed, missing } = scoreOf(form, mine?.answers ?? {});
  const of = scoredIn(form).length;
  const words = isHalf
    ? `${of - missing.length} of ${of} answered`
    : joint === null
      ? 'nothing counts'
      : `${pointsWords(joint)} of 100${others.length > 0 && mine ? `, ${others.length + 1} reviews` : ''}`;
  return (
    <output className={styles.standing}>
      <span>How {agent} did</span>
      <span className={styles.points}>
        {isHalf && isFailed && (
          <span className={styles.failed}>
            <Mark shape="breached" /> fails the whole ·{' '}
          </span>
        )}
        {words}
        {isHalf && points !== null && ` · ${pointsWords(points)} so far`}
      </span>
    </output>
  );
};

const Sending = ({
  scores,
  agentId,
}: {
  scores: readonly ScoreView[];
  agentId: PickView['pick']['agentId'];
}) => {
  const agent = useDesk(({ agents }) => agents.get(agentId)?.name ?? 'the agent');
  const isMe = useDesk(({ me }) => me.id === agentId);
  const left = scores.filter(({ doneAt, noteId }) => doneAt !== null && noteId === null);
  if (isMe) return <p className={styles.hint}>This is your own work: others review it.</p>;
  if (scores.length > 0 && left.length === 0)
    return <p className={styles.hint}>Sent to {agent}, as a note on this thread.</p>;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        title={titled('review.next')}
        onClick={() => runCommand('review.next')}
      >
        Next <KeyCap id="review.next" />
      </button>
      <button
        type="button"
        className={styles.primary}
        title={titled('review.send', `Send to ${agent}, as a note on this thread`)}
        onClick={() => runCommand('review.send')}
      >
        Send to {agent} <KeyCap id="review.send" />
      </button>
    </>
  );
};
