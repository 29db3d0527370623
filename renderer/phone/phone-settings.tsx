import { useId, useState } from 'react';
import { isCountry } from '../../shared/phone.ts';
import { whoMay } from '../../shared/roles.ts';
import type { Settings } from '../../shared/settings.ts';
import { save } from '../commands/settings.ts';
import { Choices, Group } from '../settings/parts.tsx';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import styles from '../ui/form.module.css';

const schemes: readonly { value: Settings['phoneScheme']; label: string; hint: string }[] = [
  { value: 'tel', label: 'tel:', hint: 'What most softphones listen to.' },
  { value: 'sip', label: 'sip:', hint: 'For a softphone that takes SIP addresses only.' },
];

/** Whom numbers belong to, what dials them, and how long they are kept. */
export const PhoneSettings = () => {
  const settings = useDesk((desk) => desk.settings);
  const why = useDesk((desk) =>
    iMay(desk, 'policy.manage') ? null : `Only ${whoMay('policy.manage')} may change this.`,
  );
  return (
    <>
      <Group title="Numbers" hint="A number that begins with a plus is taken as it is.">
        <Country value={settings.phoneCountry} />
        <Whole
          label="Days a number is kept"
          hint="Then it is forgotten; that there was one stays in the log."
          value={settings.phoneKeptDays}
          why={why}
          most={366}
          onSave={(phoneKeptDays) => void save({ phoneKeptDays })}
        />
        <Whole
          label="Minutes until a call without a time is due"
          value={settings.phoneDueMinutes}
          why={why}
          most={1440}
          onSave={(phoneDueMinutes) => void save({ phoneDueMinutes })}
        />
      </Group>
      <Group title="Softphone">
        <Choices
          name="phone-scheme"
          label="What the softphone listens to"
          value={settings.phoneScheme}
          options={schemes}
          onChange={(phoneScheme) => void save({ phoneScheme })}
        />
        {settings.phoneScheme === 'sip' && <Host value={settings.phoneHost} />}
      </Group>
    </>
  );
};

const Country = ({ value }: { value: string | null }) => {
  const [typed, setTyped] = useState(value ?? '');
  const id = useId();
  const isFit = typed === '' || isCountry(typed);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Country of numbers without one
      </label>
      <input
        id={id}
        className={`${styles.input} ${styles.short}`}
        value={typed}
        maxLength={2}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        aria-invalid={!isFit}
        onChange={(event) => setTyped(event.target.value.toUpperCase())}
        onBlur={() => isFit && void save({ phoneCountry: typed === '' ? null : typed })}
      />
      <p className={styles.hint} id={`${id}-hint`}>
        {isFit
          ? 'Two letters: GB, PL. Empty: where this machine says it is.'
          : 'No country has these letters.'}
      </p>
    </div>
  );
};

type WholeProps = {
  label: string;
  hint?: string;
  value: number;
  /** Why it can't be changed by who sits here. */
  why: string | null;
  most: number;
  onSave: (value: number) => void;
};

const Whole = ({ label, hint, value, why, most, onSave }: WholeProps) => {
  const [typed, setTyped] = useState(String(value));
  const id = useId();
  const number = Number(typed);
  const isFit = Number.isInteger(number) && number >= 1 && number <= most;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={`${styles.input} ${styles.short}`}
        inputMode="numeric"
        readOnly={why !== null}
        aria-describedby={`${id}-hint`}
        value={typed}
        autoComplete="off"
        aria-invalid={!isFit}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => isFit && number !== value && onSave(number)}
      />
      <p className={styles.hint} id={`${id}-hint`}>
        {isFit ? [hint, why].filter(Boolean).join(' ') : `A whole number from 1 to ${most}.`}
      </p>
    </div>
  );
};

const Host = ({ value }: { value: string }) => {
  const [typed, setTyped] = useState(value);
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Telephone system
      </label>
      <input
        id={id}
        className={styles.input}
        value={typed}
        maxLength={200}
        autoComplete="off"
        placeholder="pbx.example"
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={() => typed !== value && void save({ phoneHost: typed })}
      />
      <p className={styles.hint}>Empty: the softphone knows.</p>
    </div>
  );
};
