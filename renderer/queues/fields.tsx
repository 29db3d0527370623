import { useId, type Ref } from 'react';
import form from '../ui/form.module.css';
import styles from './queues.module.css';

type TextProps = {
  label: string;
  hint?: string;
  value: string;
  maxLength?: number;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
};

/** One line of text with its name above it. */
export const Text = ({ label, hint, value, maxLength = 2000, inputRef, onChange }: TextProps) => {
  const id = useId();
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      <input
        ref={inputRef}
        id={id}
        className={form.input}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p className={form.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

type SomeProps<T> = {
  label: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
};

/** Any of a few; none chosen means that it makes no difference. */
export const Some = <T extends string | number>({ label, options, chosen, onChange }: SomeProps<T>) => (
  <fieldset className={styles.some}>
    <legend className={form.label}>{label}</legend>
    {options.map(({ value, label: name }) => (
      <label key={value} className={styles.chip}>
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
        {name}
      </label>
    ))}
  </fieldset>
);
