import { useId } from 'react';
import type { AgentId } from '../../shared/ids.ts';
import { may } from '../../shared/roles.ts';
import { useDesk } from '../store/desk.ts';
import { languageName } from './words.ts';
import styles from '../ui/form.module.css';

type LanguageProps = { value: string | null; onChange: (lang: string | null) => void };

/** As the customer writes; else what somebody here speaks. */
export const Languages = ({ value, onChange }: LanguageProps) => {
  const agents = useDesk((desk) => desk.agents);
  const id = useId();
  const spoken = [...agents.values()].flatMap(({ languages }) => languages);
  const all = [...new Set([...(value === null ? [] : [value]), ...spoken, 'en'])];
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Language
      </label>
      <select
        id={id}
        className={styles.input}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">Not known</option>
        {all.map((lang) => (
          <option key={lang} value={lang}>
            {languageName(lang)}
          </option>
        ))}
      </select>
    </div>
  );
};

type CallerProps = { value: AgentId | null; onChange: (to: AgentId | null) => void };

export const Callers = ({ value, onChange }: CallerProps) => {
  const agents = useDesk((desk) => desk.agents);
  const me = useDesk((desk) => desk.me);
  const id = useId();
  const others = [...agents.values()].filter(
    (one) => one.id !== me.id && one.leftAt === null && may(one.role, 'call.work'),
  );
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Who calls
      </label>
      <select
        id={id}
        className={styles.input}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : (event.target.value as AgentId))}
      >
        <option value="">Anybody</option>
        <option value={me.id}>Me</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
            {one.duty === 'on' ? '' : ' (not on duty)'}
          </option>
        ))}
      </select>
    </div>
  );
};
