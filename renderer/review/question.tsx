import type { PickView, ScoreView } from '../../shared/api/review.ts';
import { answersTo, answerWords, notApplicable, type FormQuestion } from '../../shared/review/form.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { giveAnswer, isOpen, maySettle } from './acts.ts';
import { Comment, Said } from './comment.tsx';
import { set, useReview } from './store.ts';
import styles from './question.module.css';
import review from './review.module.css';

type Props = { question: FormQuestion; view: PickView; isDifferent: boolean };

/** One question: the keyboard stands on it, digits answer it; once all are done, what everybody said. */
export const Question = ({ question, view, isDifferent }: Props) => {
  const { id, kind, text, help, failsAll } = question;
  const isHere = useReview(({ questionId }) => questionId === id);
  const open = isOpen(view);
  const canSettle = isDifferent && maySettle(view);
  const settled = view.settled[id];
  const chosen = open ? view.mine?.answers[id] : settled;
  // What nobody said anything to is nothing to read.
  const isSilent = kind === 'text' && !open && !saidBy(view).some(({ questionId }) => questionId === id);
  if (isSilent) return null;
  return (
    // Pressing a question brings the keyboard to it; its keys are commands.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles.question}
      data-here={isHere || undefined}
      onClick={() => set({ questionId: id })}
      onFocus={() => set({ questionId: id })}
    >
      <fieldset
        aria-label={`${text}${chosen === undefined ? '' : `: ${answerWords(question, chosen)}`}`}
        className={styles.asking}
        data-question={id}
        // The keyboard stands on a question, and digits answer it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={isHere ? 0 : -1}
      >
        <p className={styles.text}>
          {text}
          {failsAll && (
            <span className={styles.decides} title="The worst answer makes the whole conversation fail">
              decides over all
            </span>
          )}
        </p>
        {help !== '' && isHere && <p className={review.hint}>{help}</p>}
        {!open && <Given question={question} view={view} isDifferent={isDifferent} />}
        {canSettle && (
          <p className={styles.settle}>
            {settled === undefined ? (
              <>
                <Mark shape="now" /> They differ. Settle on:
              </>
            ) : (
              <>Settled on {answerWords(question, settled)}</>
            )}
          </p>
        )}
        {kind !== 'text' && (open || canSettle) && <Answers question={question} chosen={chosen} />}
      </fieldset>
      {open && view.mine && <Comment question={question} score={view.mine} />}
    </div>
  );
};

const saidBy = ({ mine, others }: PickView) =>
  [...(mine ? [mine] : []), ...others].flatMap(({ comments }) => comments);

const Answers = ({ question, chosen }: { question: FormQuestion; chosen: string | undefined }) => (
  <div className={styles.answers}>
    {[...answersTo(question), { answer: notApplicable, label: 'n/a' }].map(({ answer, label }, at, all) => (
      <button
        key={answer}
        type="button"
        className={cx(styles.answer, answer === chosen && styles.chosen)}
        aria-pressed={answer === chosen}
        tabIndex={-1}
        onClick={() => void giveAnswer(question.id, answer)}
      >
        <kbd className={styles.key} aria-hidden="true">
          {at === all.length - 1 ? 0 : at + 1}
        </kbd>
        {question.kind === 'scale' && answer !== notApplicable ? (
          <span className="spoken">{label} of 5</span>
        ) : (
          label
        )}
      </button>
    ))}
  </div>
);

const Given = ({ question, view: { mine, others }, isDifferent }: Props) => (
  <ul className={styles.given}>
    {[...(mine ? [mine] : []), ...others].map((score) => (
      <One key={score.id} question={question} score={score} isDifferent={isDifferent} />
    ))}
  </ul>
);

const One = ({
  question,
  score,
  isDifferent,
}: {
  question: FormQuestion;
  score: ScoreView;
  isDifferent: boolean;
}) => {
  const by = useDesk(({ agents, me }) =>
    score.scorerId === me.id ? 'You' : (agents.get(score.scorerId)?.initials ?? '?'),
  );
  const said = score.comments.find(({ questionId }) => questionId === question.id);
  if (question.kind === 'text' && !said) return null;
  return (
    <li className={styles.one}>
      <span className={styles.by}>{by}</span>
      {question.kind !== 'text' && (
        <span className={cx(styles.was, isDifferent && styles.differs)}>
          {answerWords(question, score.answers[question.id])}
        </span>
      )}
      {said && <Said text={said.text} messageId={said.messageId} />}
    </li>
  );
};
