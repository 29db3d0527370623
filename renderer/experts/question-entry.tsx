import type { ReactNode } from 'react';
import type { Question } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { useIsPast } from '../store/past.ts';
import { RichText } from '../text/rich-text.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { age, clockTime, fullTime } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { Due } from './due.tsx';
import { answerHere } from './my-questions.ts';
import { useWaited, waitedTitle } from './use-waited.ts';
import entryStyles from '../thread/entry.module.css';
import styles from './question-entry.module.css';

/** The question, where it was asked. */
export const QuestionEntry = ({ row: question }: { row: Question }) => {
  const by = useDesk((desk) => desk.agents.get(question.askedBy)?.name ?? 'Somebody');
  const to = useDesk((desk) => desk.agents.get(question.expertId)?.name ?? 'a colleague');
  return (
    <Line at={question.askedAt} text={question.text} isQuiet={question.state === 'withdrawn'}>
      <span>
        {by} asked {to}
        {question.state === 'open' && ' · '}
        {question.state === 'withdrawn' && ' · withdrawn'}
      </span>
      {question.state === 'open' && <Due question={question} />}
    </Line>
  );
};

/** An answered question stands in the log twice: where it was asked, and where it was answered. */
export type AnswerRow = { id: string; question: Question & { answer: string } };

export const AnswerEntry = ({ row: { question } }: { row: AnswerRow }) => {
  const by = useDesk((desk) => desk.agents.get(question.expertId)?.name ?? 'A colleague');
  const isNewest = useDesk((desk) => answerHere(desk)?.id === question.id);
  const isPast = useIsPast();
  const isMine = useDesk((desk) => desk.cards.get(question.threadId)?.assigneeId === desk.me.id);
  const endedAt = question.endedAt ?? question.askedAt;
  return (
    <Line at={endedAt} text={question.answer}>
      <span>
        {by} answered {after(question.askedAt, endedAt)}
        {isNewest && !isPast && <Waited />}
      </span>
      {isNewest && isMine && !isPast && (
        <button
          type="button"
          className={styles.use}
          title={titled('expert.useAnswer')}
          onClick={() => runCommand('expert.useAnswer')}
        >
          Turn into a reply <KeyCap id="expert.useAnswer" />
        </button>
      )}
    </Line>
  );
};

/** The sum, where the last of several questions has come back. */
const Waited = () => {
  const waited = useWaited();
  return waited !== '' && <span title={waitedTitle}> · {waited}</span>;
};

const after = (askedAt: number, endedAt: number): string => {
  const waited = age(askedAt, endedAt);
  return waited === 'now' ? 'at once' : `after ${waited}`;
};

type LineProps = { at: number; text: string; isQuiet?: boolean; children: ReactNode };

const Line = ({ at, text, isQuiet = false, children }: LineProps) => (
  <div className={`${entryStyles.entry} ${styles.line} ${isQuiet ? styles.quiet : ''}`}>
    <time className={entryStyles.time} dateTime={new Date(at).toISOString()} title={fullTime(at)}>
      {clockTime(at)}
    </time>
    <div className={entryStyles.said}>
      <p className={styles.head}>{children}</p>
      <div className={styles.text} dir="auto">
        <RichText text={text} lang={null} />
      </div>
    </div>
  </div>
);
