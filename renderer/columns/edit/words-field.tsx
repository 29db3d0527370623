import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { completions, type Mistake, type Names } from '../../../shared/filter-words.ts';
import { cx } from '../../ui/cx.ts';
import form from '../../ui/form.module.css';
import styles from './words-field.module.css';

type Props = {
  field: RefObject<HTMLInputElement | null>;
  words: string;
  mistakes: readonly Mistake[];
  names: Names;
  onChange: (words: string) => void;
};

const mostOptions = 8;

/** A filter in words: what could come next is offered, what can't be understood is marked where it stands. */
export const WordsField = ({ field, words, mistakes, names, onChange }: Props) => {
  const id = useId();
  const [caret, setCaret] = useState(words.length);
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { from, to, options: all } = completions(words, caret, names);
  const options = all.filter((option) => option !== words.slice(from, to)).slice(0, mostOptions);
  const isListed = isOpen && options.length > 0;
  // What is being typed is not wrong yet, as long as something begins like it.
  const mistake = mistakes.find((one) => !(isListed && one.from === from)) ?? null;

  const take = (option: string): void => {
    const isPart = option.endsWith(':');
    const next = `${words.slice(0, from)}${option}${isPart ? '' : ' '}${words.slice(to).trimStart()}`;
    const place = from + option.length + (isPart ? 0 : 1);
    onChange(next);
    setCaret(place);
    setAt(0);
    setIsOpen(isPart);
    requestAnimationFrame(() => field.current?.setSelectionRange(place, place));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isListed) setAt((at + step + options.length) % options.length);
    } else if (isListed && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) {
      const option = options[at];
      if (option === undefined) return;
      event.preventDefault();
      take(option);
    }
  };
  // A combobox of one's own words: what it offers is written into them, which no select could do.
  /* oxlint-disable jsx-a11y/prefer-tag-over-role */
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        Shows
      </label>
      <div className={styles.place}>
        <input
          ref={field}
          id={id}
          className={cx(form.input, styles.input)}
          value={words}
          role="combobox"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed ? `${id}-${at}` : undefined}
          aria-invalid={mistake !== null}
          aria-describedby={`${id}-says`}
          autoComplete="off"
          spellCheck={false}
          placeholder="is:open assigned:nobody queue:… tag:… due:15m"
          onChange={({ target }) => {
            onChange(target.value);
            setCaret(target.selectionStart ?? target.value.length);
            setIsOpen(true);
            setAt(0);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="What could come next"
          className={styles.list}
          hidden={!isListed}
        >
          {options.map((option, nth) => (
            // The keys are the field's: the list never takes the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option}
              id={`${id}-${nth}`}
              role="option"
              className={styles.option}
              aria-selected={nth === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option}
            </div>
          ))}
        </div>
      </div>
      <p id={`${id}-says`} className={mistake ? styles.mistake : form.hint} aria-live="polite">
        {mistake ? (
          <>
            <span
              className={styles.mark}
              style={{ marginLeft: `${mistake.from}ch`, width: `${mistake.to - mistake.from}ch` }}
              aria-hidden="true"
            />
            {mistake.says}
          </>
        ) : (
          'In words, or with the fields below: they say the same.'
        )}
      </p>
    </div>
  );
};
