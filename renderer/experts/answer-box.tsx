import { useRef } from 'react';
import type { OpenQuestion } from '../../shared/api/experts.ts';
import { useDesk } from '../store/desk.ts';
import { Age } from '../ui/age.tsx';
import { titled } from '../ui/titled.ts';
import { useWantedFocus } from '../ui/use-wanted-focus.ts';
import { Due } from './due.tsx';
import { answerQuestion } from './experts.ts';
import { leaveAnswers, writeAnswer } from './my-questions.ts';
import styles from './answer-box.module.css';

/** What a colleague wants to know, and a plain box for the answer. Nothing written here goes to the customer. */
export const AnswerBox = ({ question }: { question: OpenQuestion }) => {
  const by = useDesk((desk) => desk.agents.get(question.askedBy)?.name ?? 'A colleague');
  const text = useDesk((desk) => desk.answers[question.id] ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useWantedFocus('composer', field);
  return (
    <section className={styles.box} aria-label={`Question from ${by}`} data-region="composer">
      <p className={styles.head}>
        <span className={styles.by}>{by} asks you</span>
        <span>
          <Age at={question.askedAt} /> · <Due question={question} />
        </span>
      </p>
      <p className={styles.question} dir="auto">
        {question.text}
      </p>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={`Answer to ${by}`}
        placeholder={`Answer to ${by}`}
        dir="auto"
        spellCheck
        rows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => writeAnswer(question.id, event.target.value)}
        onBlur={leaveAnswers}
      />
      <div className={styles.foot}>
        <p className={styles.to}>Goes to {by}, not to the customer</p>
        <button
          type="button"
          className={styles.send}
          disabled={text.trim() === ''}
          title={titled('composer.send', 'Answer')}
          onClick={() => void answerQuestion()}
        >
          Answer
        </button>
      </div>
    </section>
  );
};
