import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { statuses } from '../../shared/model.ts';
import { explained } from '../../shared/search/fields.ts';
import {
  emptyForm,
  formOf,
  fromForm,
  type FormProblem,
  type SearchForm as Form,
} from '../../shared/search/form.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import { printSearch } from '../../shared/search/print.ts';
import { hasValues, isValues } from '../../shared/search/query.ts';
import { statusWords } from '../ui/status-words.ts';
import { useKnown } from './known.ts';
import { reading } from './plain.ts';
import { setText, useSearch } from './store.ts';
import shared from '../ui/form.module.css';
import styles from './form.module.css';

type Line = Exclude<keyof Form, 'has' | 'is' | 'status'>;

const words: readonly { field: Line; label: string; hint: string }[] = [
  { field: 'words', label: 'All of these words', hint: 'a star at the end of one stands for its rest' },
  { field: 'phrase', label: 'Exactly this', hint: 'words one after the other' },
  { field: 'any', label: 'At least one of', hint: '' },
  { field: 'none', label: 'None of', hint: '' },
];
const parts: readonly { field: Line; label: string }[] = [
  { field: 'from', label: 'From' },
  { field: 'to', label: 'To' },
  { field: 'account', label: 'Brand' },
  { field: 'agent', label: 'Written by' },
  { field: 'assigned', label: 'Assigned to' },
  { field: 'tag', label: 'Tag' },
  { field: 'lang', label: 'Language' },
  { field: 'after', label: 'After' },
  { field: 'before', label: 'Before' },
  { field: 'on', label: 'On' },
];

const hasLabels = {
  link: 'a link',
  image: 'a picture',
  video: 'a video',
  phone: 'a number',
  note: 'a note',
  call: 'a call',
};
const isLabels = {
  ...{ dm: 'direct', public: 'public', inbound: 'from customers', outbound: 'from us' },
  ...{ deleted: 'deleted', breached: 'late once', escalated: 'a call promised' },
};

/** The same search by form: what is typed above is filled in here, what is filled in here is typed above. */
export const SearchForm = () => {
  const id = useId();
  const text = useSearch((state) => state.text);
  const known = useKnown();
  const [form, setForm] = useState<Form>(emptyForm);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const printed = useRef<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  // What was typed here stays as it was typed; what is typed above is read anew.
  useEffect(() => {
    if (printed.current === text) return;
    printed.current = text;
    setForm(formOf(parseSearch(text, reading()).query));
    setProblems([]);
  }, [text]);
  useEffect(() => first.current?.focus(), []);

  const change = (next: Partial<Form>): void => {
    const changed = { ...form, ...next };
    const { query, problems: told } = fromForm(changed, reading());
    setForm(changed);
    setProblems(told);
    printed.current = printSearch(query);
    setText(printed.current);
  };
  const names = useMemo(
    () => ({
      from: known.people.map(({ handle }) => handle),
      to: known.accounts.map(({ handle }) => handle),
      account: known.accounts.map(({ handle }) => handle),
      agent: ['me', ...known.agents.map(({ initials }) => initials)],
      assigned: ['me', 'nobody', ...known.agents.map(({ initials }) => initials)],
      tag: known.tags.map(({ name }) => name),
    }),
    [known],
  );
  const line = (field: Line, label: string, hint: string) => {
    const wrong = problems.find((one) => one.field === field);
    const choices = Object.hasOwn(names, field) ? names[field as keyof typeof names] : null;
    return (
      <div key={field} className={styles.line}>
        <label className={styles.label} htmlFor={`${id}-${field}`}>
          {label}
        </label>
        <input
          ref={field === 'words' ? first : undefined}
          id={`${id}-${field}`}
          className={shared.input}
          value={form[field]}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          list={choices ? `${id}-${field}-list` : undefined}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong ? `${id}-${field}-says` : undefined}
          placeholder={hint}
          onChange={({ target }) => change({ [field]: target.value })}
        />
        {choices && (
          <datalist id={`${id}-${field}-list`}>
            {choices.slice(0, 50).map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </datalist>
        )}
        {wrong && (
          <p className={styles.wrong} id={`${id}-${field}-says`} role="alert">
            {wrong.says}
            {wrong.suggestion !== undefined && (
              <button
                type="button"
                className={styles.meant}
                onClick={() => change({ [field]: wrong.suggestion ?? '' })}
              >
                Write {wrong.suggestion}
              </button>
            )}
          </p>
        )}
      </div>
    );
  };
  const choose = (field: 'has' | 'is', value: string, isOn: boolean): void => {
    const rest = form[field].filter((one) => one !== value);
    change({ [field]: isOn ? [...rest, value] : rest });
  };
  const boxes = (
    field: 'has' | 'is',
    legend: string,
    values: readonly string[],
    labels: Record<string, string>,
  ) => (
    <fieldset className={styles.boxes}>
      <legend className={styles.label}>{legend}</legend>
      {values.map((value) => (
        <label key={value} className={styles.box}>
          <input
            type="checkbox"
            checked={form[field].some((one) => one === value)}
            onChange={({ target }) => choose(field, value, target.checked)}
          />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  );
  return (
    <form
      className={styles.form}
      aria-label="Search by form"
      data-search-form=""
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={styles.words}>{words.map(({ field, label, hint }) => line(field, label, hint))}</div>
      <div className={styles.parts}>
        {parts.map(({ field, label }) => line(field, label, exampleOf(field)))}
        <div className={styles.line}>
          <label className={styles.label} htmlFor={`${id}-status`}>
            Status
          </label>
          <select
            id={`${id}-status`}
            className={shared.input}
            value={form.status}
            onChange={({ target }) => change({ status: target.value as Form['status'] })}
          >
            <option value="">any</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {statusWords[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {boxes('has', 'With', hasValues, hasLabels)}
      {boxes('is', 'Only what is', isValues, isLabels)}
      {form.rest !== '' && (
        <p className={styles.rest}>
          And what the form has no place for: <code>{form.rest}</code>
          <button type="button" className={styles.meant} onClick={() => change({ rest: '' })}>
            Leave it out
          </button>
        </p>
      )}
    </form>
  );
};

const exampleOf = (field: Line): string => {
  const example = Object.hasOwn(explained, field) ? explained[field as keyof typeof explained].example : '';
  return example.slice(example.indexOf(':') + 1);
};
