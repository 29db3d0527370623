import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Agent, Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { asOwn } from '../store/own.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { clocks, dueFrom, type ClockId } from './clocks.ts';
import forms from '../ui/form.module.css';
import styles from './put-question.module.css';

type Props = { card: Card; expert: Agent; onBack: () => void };

/** One question and a clock. Enter asks: it is a question, not a letter. */
export const PutQuestion = ({ card, expert, onBack }: Props) => {
  const [text, setText] = useState('');
  const [clock, setClock] = useState<ClockId>('1h');
  const { trouble, attempt } = useAttempt(() => set({ overlay: null }));
  const [isAsking, setIsAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const ask = async (): Promise<void> => {
    if (text.trim() === '' || isAsking) return;
    setIsAsking(true);
    await attempt(async () => {
      const dueAt = dueFrom(clock, Date.now());
      await asOwn(card.id, () =>
        call('question.ask', { threadId: card.id, expertId: expert.id, text: text.trim(), dueAt }),
      );
      return `Asked: ${expert.name} about @${card.handle}.`;
    });
    setIsAsking(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void ask();
  };
  const away = { on: null, away: 'is away', off: 'is off duty' }[expert.duty];
  return (
    <form
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <div className={forms.field}>
        <label className={forms.label} htmlFor={id}>
          One question
        </label>
        <textarea
          id={id}
          ref={field}
          className={styles.question}
          dir="auto"
          spellCheck
          rows={3}
          maxLength={1000}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className={forms.hint} id={`${id}-hint`}>
          {expert.name} sees the thread and answers you, not the customer.
          {away !== null && ` ${expert.name} ${away}: the question waits.`}
        </p>
      </div>
      <fieldset className={styles.clocks}>
        <legend className={forms.label}>Answer wanted within</legend>
        {clocks.map(({ value, label }) => (
          <label key={value} className={styles.clock}>
            <input
              type="radio"
              name={`${id}-clock`}
              checked={value === clock}
              onChange={() => setClock(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <FormFoot
        trouble={trouble}
        action={`Ask ${expert.initials}`}
        isOff={text.trim() === '' || isAsking}
        leave="Somebody else"
        onLeave={onBack}
      />
    </form>
  );
};
