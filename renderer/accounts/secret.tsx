import type { Ref } from 'react';
import { Field } from '../ui/field.tsx';
import form from '../ui/form.module.css';

type Props = {
  label: string;
  hint?: string;
  value: string;
  /** A password manager may offer a new one. */
  isNew?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
};

/** One line that nobody should read over a shoulder. */
export const Secret = ({ label, hint, value, isNew = false, inputRef, onChange }: Props) => (
  <Field label={label} hint={hint}>
    {(worn) => (
      <input
        {...worn}
        ref={inputRef}
        type="password"
        className={form.input}
        value={value}
        maxLength={200}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
