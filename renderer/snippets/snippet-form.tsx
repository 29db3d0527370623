import { useEffect, useId, useRef, useState } from 'react';
import type { Snippet } from '../../shared/model.ts';
import { blanksIn, fill, isVariable, longest, variables } from '../../shared/snippet.ts';
import { call } from '../call.ts';
import { Choices } from '../settings/parts.tsx';
import { get } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { cx } from '../ui/cx.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { valuesFor } from './values.ts';
import forms from '../ui/form.module.css';
import styles from './snippet-settings.module.css';

const kinds = [
  { value: 'opening', label: 'An opening', hint: 'How an answer begins' },
  {
    value: 'fact',
    label: 'A fact',
    hint: 'What is true for everybody: a time, an address, a way to do something',
  },
] as const;

/** One fact or opening. The preview is the thread that was in focus, so that one reads what a customer would. */
export const SnippetForm = ({ snippet, onDone }: { snippet: Snippet | null; onDone: () => void }) => {
  const [name, setName] = useState(snippet?.name ?? '');
  const [kind, setKind] = useState<Snippet['kind']>(snippet?.kind ?? 'opening');
  const [text, setText] = useState(snippet?.text.trim() ?? '');
  const [lang, setLang] = useState(snippet?.lang ?? '');
  const { trouble, attempt } = useAttempt(onDone);
  const [card] = useState(() => threadInFocus(get()));
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  const used = [...text.trim()].length;
  const isTooLong = used > longest[kind];
  const unknown = blanksIn(text).filter((blank) => !isVariable(blank.slice(1, -1)));
  const save = (): Promise<void> =>
    attempt(async () => {
      await call('snippet.save', {
        id: snippet?.id ?? null,
        name: name.trim(),
        kind,
        text,
        lang: lang.trim() === '' ? null : lang.trim(),
      });
      return null;
    });
  return (
    <form
      className={forms.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Choices name={`${id}-kind`} label="What it is" value={kind} options={kinds} onChange={setKind} />
      <div className={forms.field}>
        <label className={forms.label} htmlFor={`${id}-name`}>
          Name
        </label>
        <input
          id={`${id}-name`}
          ref={field}
          className={forms.input}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={forms.field}>
        <label className={forms.label} htmlFor={`${id}-text`}>
          Words
        </label>
        <textarea
          id={`${id}-text`}
          className={cx(forms.input, styles.field)}
          dir="auto"
          spellCheck
          rows={3}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={cx(forms.hint, isTooLong && styles.over)} id={`${id}-hint`}>
          {used}/{longest[kind]}
          {isTooLong && ' · too long: a snippet is not a whole answer'}
          {unknown.length > 0 &&
            ` · ${unknown.join(' and ')} will be left for the agent to fill in before anything is sent`}
        </p>
        <ul className={styles.variables} aria-label="What is filled in">
          {Object.entries(variables).map(([variable, meaning]) => (
            <li key={variable}>
              <code>{`{${variable}}`}</code> {meaning}
            </li>
          ))}
        </ul>
      </div>
      {card && text.trim() !== '' && (
        <p className={styles.preview} dir="auto">
          <span className={styles.kind}>For @{card.handle}: </span>
          {fill(text.trim(), valuesFor(get(), card))}
        </p>
      )}
      <div className={forms.field}>
        <label className={forms.label} htmlFor={`${id}-lang`}>
          Language
        </label>
        <input
          id={`${id}-lang`}
          className={cx(forms.input, styles.lang)}
          value={lang}
          maxLength={20}
          placeholder="any"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-lang-hint`}
          onChange={(event) => setLang(event.target.value)}
        />
        <p className={forms.hint} id={`${id}-lang-hint`}>
          As networks tell it: en, pl, pt. It comes first for customers who write in it. Empty: for everybody.
        </p>
      </div>
      <FormFoot
        trouble={trouble}
        isOff={name.trim() === '' || text.trim() === '' || isTooLong}
        onLeave={onDone}
      />
    </form>
  );
};
