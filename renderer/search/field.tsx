import { Search } from 'lucide-react';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Completion } from '../../shared/search/complete.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import type { Problem } from '../../shared/search/query.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useKnown } from './known.ts';
import { Mirror } from './mirror.tsx';
import { focusPlace } from './moving.ts';
import { isAt, offersAt, problemAt, withOffer } from './offers.ts';
import { isTooShort, reading } from './plain.ts';
import { isShown } from './run.ts';
import { placesOf, search, setSearch, setText, useSearch } from './store.ts';
import styles from './field.module.css';

/** What is looked for: what could come next is offered, and what can't be read is told where it stands. */
export const SearchField = () => {
  const id = useId();
  const text = useSearch((state) => state.text);
  const typedAt = useSearch((state) => state.caret);
  const isWanted = useSearch((state) => state.isFieldWanted);
  const known = useKnown();
  const [caret, setCaret] = useState(text.length);
  /** The list is open for this text, and for no other that comes in its place. */
  const [openedFor, setOpenedFor] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [left, setLeft] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const { problems } = useMemo(
    () => parseSearch(text, { ...reading(), ...(typedAt !== null && { caret: typedAt }) }),
    [text, typedAt],
  );
  const { options, isPart } = useMemo(() => offersAt(text, caret, known), [text, caret, known]);
  const isListed = openedFor === text && options.length > 0;
  const at = chosen ?? (isPart ? 0 : -1);
  // What is being typed is not wrong yet, as long as something begins like it.
  const problem = isListed ? undefined : problemAt(problems, caret);
  const meant = problem && isAt(problem, caret) ? meantBy(problem) : null;
  const marked = useMemo(
    () => (isListed ? problems.filter((one) => !isAt(one, caret)) : problems),
    [isListed, problems, caret],
  );
  const anchor = isListed ? (options[0]?.from ?? 0) : (problem?.from ?? 0);

  useLayoutEffect(() => {
    if (!isWanted) return;
    field.current?.focus();
    // What was typed ahead is gone on with; what was there before is replaced by typing.
    if (search().caret === text.length && !isShown(search()))
      field.current?.setSelectionRange(text.length, text.length);
    else field.current?.select();
    setSearch({ isFieldWanted: false });
  }, [isWanted, text.length]);
  const take = (option: Completion): void => {
    const next = withOffer(text, option);
    setText(next.text, next.caret);
    setCaret(next.caret);
    setChosen(null);
    setOpenedFor(option.text.endsWith(':') ? next.text : null);
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const toPlaces = (): void => {
    if (isShown(search()) && placesOf(search()).length > 0) focusPlace(0);
    else if (!isShown(search()) && text.trim() !== '') {
      // Whole, as it stands: nobody is typing any more.
      if (isTooShort(search())) setText(text);
      setSearch({ isGoing: true });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    const option = isListed ? options[at] : undefined;
    if (key === 'ArrowDown' && !isListed && placesOf(search()).length > 0) {
      event.preventDefault();
      toPlaces();
    } else if (key === 'ArrowDown' || (key === 'ArrowUp' && isListed)) {
      event.preventDefault();
      setOpenedFor(text);
      if (isListed) setChosen(stepped(at, key === 'ArrowDown' ? 1 : -1, options.length));
    } else if (option && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) {
      event.preventDefault();
      take(option);
    } else if (key === 'Tab' && !event.shiftKey && meant) {
      event.preventDefault();
      take(meant);
    } else if (key === 'Enter') {
      event.preventDefault();
      setOpenedFor(null);
      toPlaces();
    } else if (key === 'Escape' && isListed) {
      event.preventDefault();
      setOpenedFor(null);
    }
  };
  // A combobox of one's own words: what it offers is written into them, which no select could do.
  /* oxlint-disable jsx-a11y/prefer-tag-over-role */
  return (
    <div className={styles.field}>
      <Search className={styles.icon} size={18} strokeWidth={1.75} aria-hidden="true" />
      <div className={styles.place}>
        <Mirror text={text} problems={marked} anchor={anchor} field={field} onAnchor={setLeft} />
        <input
          ref={field}
          className={styles.input}
          value={text}
          maxLength={4000}
          role="combobox"
          aria-label="Search everything that was said"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && at >= 0 ? `${id}-${at}` : undefined}
          aria-invalid={problem?.tone === 'error'}
          aria-describedby={`${id}-says`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Words, “a phrase”, from:, before:, has:image …"
          onChange={({ target }) => {
            const place = target.selectionStart ?? target.value.length;
            setText(target.value, place);
            setCaret(place);
            setOpenedFor(target.value);
            setChosen(null);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
          onFocus={() => setSearch({ at: 'field' })}
          onBlur={() => setOpenedFor(null)}
          onKeyDown={onKeyDown}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="What could come next"
          className={styles.list}
          style={{ left }}
          hidden={!isListed}
        >
          {options.map((option, nth) => (
            // The keys are the field's: the list never takes the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option.text}
              id={`${id}-${nth}`}
              role="option"
              className={styles.option}
              aria-selected={nth === at}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <span className={styles.put}>{option.text}</span>
              <span className={styles.means}>{option.means}</span>
            </div>
          ))}
        </div>
      </div>
      <KeyCap id="search.open" />
      <p
        id={`${id}-says`}
        className={styles.says}
        data-tone={problem?.tone}
        style={{ paddingLeft: left }}
        aria-live="polite"
      >
        {problem && (
          <>
            {problem.says}
            <Meant
              problem={problem}
              hasKey={meant !== null}
              onTake={(option) => {
                take(option);
                field.current?.focus();
              }}
            />
          </>
        )}
      </p>
    </div>
  );
};

const meantBy = ({ from, to, suggestion }: Problem): Completion | null =>
  suggestion === undefined ? null : { from, to, text: suggestion, means: '' };

type MeantProps = { problem: Problem; hasKey: boolean; onTake: (option: Completion) => void };

/** What was probably meant, to be taken. */
const Meant = ({ problem, hasKey, onTake }: MeantProps) => {
  const meant = meantBy(problem);
  return (
    meant && (
      <button
        type="button"
        className={styles.meant}
        title={hasKey ? 'Tab' : undefined}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onTake(meant)}
      >
        Write {meant.text}
        {hasKey && <kbd className={styles.tab}>Tab</kbd>}
      </button>
    )
  );
};

const stepped = (at: number, step: 1 | -1, count: number): number =>
  at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
