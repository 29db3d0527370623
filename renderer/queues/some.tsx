import form from '../ui/form.module.css';
import styles from './queues.module.css';

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
