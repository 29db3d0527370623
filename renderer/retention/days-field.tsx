import { Field } from '../ui/field.tsx';
import form from '../ui/form.module.css';
import styles from './retention.module.css';

/** As it is chosen: one of the usual spans, or days of one's own. */
export type Span = { choice: string; days: string };

const usual = ['90', '365', '730'] as const;
const words: Record<(typeof usual)[number], string> = { 90: '90 days', 365: '1 year', 730: '2 years' };

export const spanOf = (days: number | null): Span => {
  if (days === null) return { choice: 'never', days: '' };
  const known = usual.find((one) => Number(one) === days);
  return { choice: known ?? 'own', days: String(days) };
};

/** Undefined: not a number of days. */
export const daysOf = ({ choice, days }: Span): number | null | undefined => {
  if (choice === 'never') return null;
  const n = Number(choice === 'own' ? days : choice);
  return Number.isInteger(n) && n >= 1 && n <= 36_500 ? n : undefined;
};

type Props = {
  label: string;
  never: string;
  hint: string;
  span: Span;
  isOff: boolean;
  onChange: (span: Span) => void;
};

export const DaysField = ({ label, never, hint, span, isOff, onChange }: Props) => (
  <Field label={label} hint={daysOf(span) === undefined ? 'A whole number of days, 1 or more.' : hint}>
    {(worn) => (
      <span className={styles.days}>
        <select
          {...worn}
          className={form.input}
          disabled={isOff}
          value={span.choice}
          onChange={({ target }) => onChange({ ...span, choice: target.value })}
        >
          <option value="never">{never}</option>
          {usual.map((days) => (
            <option key={days} value={days}>
              {words[days]}
            </option>
          ))}
          <option value="own">Days of your own…</option>
        </select>
        {span.choice === 'own' && (
          <input
            className={`${form.input} ${form.short}`}
            aria-label={`${label}, in days`}
            inputMode="numeric"
            autoComplete="off"
            disabled={isOff}
            value={span.days}
            onChange={({ target }) => onChange({ ...span, days: target.value })}
          />
        )}
      </span>
    )}
  </Field>
);
