import { useId, type ReactNode, type Ref } from 'react';
import form from './form.module.css';

/** What the control inside wears: its name, and what is said about it. */
type Worn = { id: string; 'aria-describedby': string | undefined };
type FieldProps = { label: string; hint?: string | undefined; children: (worn: Worn) => ReactNode };

/** A control with its name above it and what there is to know below. */
export const Field = ({ label, hint, children }: FieldProps) => {
  const id = useId();
  const about = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': about })}
      {hint !== undefined && (
        <p className={form.hint} id={about}>
          {hint}
        </p>
      )}
    </div>
  );
};

type TextProps = {
  label: string;
  hint?: string;
  value: string;
  maxLength?: number;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
};

/** One line of text. */
export const Text = ({ label, hint, value, maxLength = 2000, inputRef, onChange }: TextProps) => (
  <Field label={label} hint={hint}>
    {(worn) => (
      <input
        {...worn}
        ref={inputRef}
        className={form.input}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
