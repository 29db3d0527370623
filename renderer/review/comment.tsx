import { useEffect, useId, useRef, useState } from 'react';
import type { ScoreView } from '../../shared/api/review.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { Message } from '../../shared/model.ts';
import type { FormQuestion } from '../../shared/review/form.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { clockTime } from '../ui/time.ts';
import { comments, refresh } from './acts.ts';
import { useReview } from './store.ts';
import styles from './question.module.css';

/** So long after the last key what is typed is kept. */
const savedAfterMs = 400;

/** What is said about one question, and which message it is about. Kept as it is typed. */
export const Comment = ({ question, score }: { question: FormQuestion; score: ScoreView }) => {
  const known = score.comments.find(({ questionId }) => questionId === question.id);
  const isAsked = useReview(({ commenting }) => commenting === question.id);
  const [isOpen, setOpen] = useState(question.kind === 'text' || known !== undefined);
  if (isAsked && !isOpen) setOpen(true);
  if (!isOpen) return null;
  return (
    <Writing
      question={question}
      scoreId={score.id}
      first={{ text: known?.text ?? '', messageId: known?.messageId ?? null }}
      isAsked={isAsked}
    />
  );
};

type WritingProps = {
  question: FormQuestion;
  scoreId: ScoreView['id'];
  first: { text: string; messageId: MessageId | null };
  isAsked: boolean;
};

const Writing = ({ question, scoreId, first, isAsked }: WritingProps) => {
  const [text, setText] = useState(first.text);
  const [messageId, setMessageId] = useState(first.messageId);
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = useRef(first);
  const now = useRef(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const messages = useDesk(({ thread }) => thread?.messages);

  const save = useRef(async (): Promise<void> => {
    clearTimeout(timer.current);
    const next = now.current;
    if (next.text === kept.current.text && next.messageId === kept.current.messageId) return;
    const before = kept.current;
    kept.current = next;
    const isKept = await attempt(() => call('review.comment', { scoreId, questionId: question.id, ...next }));
    if (!isKept) kept.current = before;
  });
  const change = (next: Partial<typeof first>, isNow: boolean): void => {
    now.current = { ...now.current, ...next };
    clearTimeout(timer.current);
    if (isNow) void save.current().then(refresh);
    else timer.current = setTimeout(() => void save.current(), savedAfterMs);
  };
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  useEffect(() => {
    const keep = save.current;
    return () => void keep();
  }, []);

  return (
    <div className={styles.comment}>
      <label className="spoken" htmlFor={id}>
        About “{question.text}”
      </label>
      <textarea
        id={id}
        ref={field}
        className={styles.field}
        value={text}
        rows={2}
        maxLength={4000}
        dir="auto"
        spellCheck
        placeholder={question.kind === 'text' ? 'In your own words' : 'Why'}
        tabIndex={-1}
        onFocus={() => {
          useReview.setState({ questionId: question.id });
          comments.flush = save.current;
        }}
        onBlur={() => void save.current().then(refresh)}
        onChange={(event) => {
          setText(event.target.value);
          change({ text: event.target.value.trim() }, false);
        }}
      />
      <label className={styles.quoting}>
        Quotes{' '}
        <select
          className={styles.select}
          value={messageId ?? ''}
          onChange={(event) => {
            const chosen = (event.target.value || null) as MessageId | null;
            setMessageId(chosen);
            change({ messageId: chosen }, true);
          }}
        >
          <option value="">no message</option>
          {(messages ?? []).map((message) => (
            <option key={message.id} value={message.id}>
              {quoteWords(message)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

const quoteWords = ({ createdAt, direction, authorHandle, text }: Message): string =>
  `${clockTime(createdAt)} ${direction === 'out' ? 'us' : `@${authorHandle}`}: ${shortened(text, 44)}`;

const shortened = (text: string, most: number): string => {
  const letters = [...text.replaceAll(/\s+/gu, ' ')];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
};

/** A comment as it is read; the message it quotes is shown as it stands now, and not at all once it is gone. */
export const Said = ({ text, messageId }: { text: string; messageId: MessageId | null }) => {
  const quoted = useDesk(({ thread }) => thread?.messages.find(({ id }) => id === messageId));
  return (
    <span className={styles.said} dir="auto">
      {text}
      {quoted && quoted.gone === null && (
        <button type="button" className={styles.quote} onClick={() => toMessage(quoted.id)}>
          {quoteWords(quoted)}
        </button>
      )}
    </span>
  );
};

const toMessage = (id: MessageId): void =>
  document.querySelector(`[data-message-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
