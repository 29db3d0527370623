import { useId, type ReactNode } from 'react';
import styles from './parts.module.css';

/** One heading of a section, with what belongs under it. */
export const Group = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className={styles.group}>
    <h3 className={styles.heading}>{title}</h3>
    {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    {children}
  </section>
);

type ChoicesProps<T extends string> = {
  name: string;
  label: string;
  /** Else it is spoken only: the heading above says it. */
  isLegendShown?: boolean;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  onChange: (value: T) => void;
};

/** One of a few. */
export const Choices = <T extends string>({
  name,
  label,
  isLegendShown = false,
  value,
  options,
  onChange,
}: ChoicesProps<T>) => (
  <fieldset className={styles.choices}>
    <legend className={isLegendShown ? styles.heading : 'spoken'}>{label}</legend>
    {options.map((option) => (
      <label key={option.value} className={styles.choice}>
        <input
          type="radio"
          name={name}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
        <span>
          {option.label}
          {option.hint !== undefined && <span className={styles.aside}>{option.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

type SwitchProps = { label: string; hint?: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** On or off. */
export const Switch = ({ label, hint, isOn, onChange }: SwitchProps) => {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <span className={styles.aside} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </div>
  );
};
