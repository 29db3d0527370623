import { useEffect, useId, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Input } from '../../shared/api.ts';
import { failureOf } from '../../shared/errors.ts';
import { roles, type Agent, type Role } from '../../shared/model.ts';
import { may, whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { openHandOver } from '../commands/people.ts';
import { useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { roleWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './people.module.css';

// The same rule as shared/compose.ts, which is too heavy to load for a form.
const initialsPattern = /^\p{Lu}{2,3}$/u;

type Fields = Record<'name' | 'initials' | 'teams' | 'skills' | 'languages' | 'cap', string> & { role: Role };

/** Somebody new, or what the roster says of somebody. */
export const PersonForm = ({ agent, onDone }: { agent: Agent | undefined; onDone: () => void }) => {
  const me = useDesk((desk) => desk.me);
  const [fields, setFields] = useState(() => fieldsOf(agent));
  const [trouble, setTrouble] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const person = personOf(fields);
  const mayMakeAdmins = may(me.role, 'roster.admins');

  const attempt = async (job: () => Promise<string>): Promise<void> => {
    try {
      notify(await job());
      onDone();
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  const save = (): void => {
    if (person === null) return;
    void attempt(async () => {
      const saved = await call('roster.save', agent === undefined ? { person } : { id: agent.id, person });
      return `${saved.name} (^${saved.initials}) is on the roster${agent === undefined ? ', off duty until they come' : ''}.`;
    });
  };
  const text = (name: Exclude<keyof Fields, 'role'>) => ({
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
  });
  return (
    <form
      className={cx(form.form, styles.person)}
      aria-label={agent === undefined ? 'Add a person' : `Change ${agent.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.pair}>
        <Text label="Name" inputRef={first} maxLength={50} {...text('name')} />
        <Text
          label="Initials"
          hint="Two or three letters, theirs alone."
          maxLength={3}
          {...text('initials')}
          onChange={(value) => setFields({ ...fields, initials: value.toLocaleUpperCase() })}
        />
      </div>
      <div className={styles.pair}>
        <Field
          label="Role"
          hint={mayMakeAdmins ? undefined : `Only ${whoMay('roster.admins')} may change who is an admin.`}
        >
          {(id) => (
            <select
              id={id}
              className={form.input}
              value={fields.role}
              onChange={({ target }) => setFields({ ...fields, role: target.value as Role })}
            >
              {roles.map((role) => (
                <option
                  key={role}
                  value={role}
                  disabled={!mayMakeAdmins && role === 'admin' && agent?.role !== 'admin'}
                >
                  {roleWords[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Text label="Cap" hint="Open threads at a time; empty: none." maxLength={5} {...text('cap')} />
      </div>
      <Text label="Teams" hint="Separated by commas." maxLength={400} {...text('teams')} />
      <Text label="Skills" maxLength={400} {...text('skills')} />
      <Text label="Languages" hint="As networks tell them: en, pl." maxLength={400} {...text('languages')} />
      {trouble !== null && (
        <p className={form.trouble} role="alert">
          <Mark shape="breached" /> {trouble}
        </p>
      )}
      <div className={form.buttons}>
        {agent !== undefined && agent.id !== me.id && (
          <span className={styles.aside}>
            {agent.duty !== 'off' && (
              <button type="button" className={form.plain} onClick={() => openHandOver(agent.id)}>
                Hand over for them
              </button>
            )}{' '}
            <button
              type="button"
              className={form.plain}
              onClick={() =>
                void attempt(async () => {
                  await call('roster.remove', { id: agent.id });
                  return `${agent.name} has left the roster. Undo brings them back.`;
                })
              }
            >
              Take off the roster
            </button>
          </span>
        )}
        <button type="button" className={form.plain} onClick={onDone}>
          Leave as it is
        </button>
        <button type="submit" className={form.primary} disabled={person === null}>
          Save
        </button>
      </div>
    </form>
  );
};

type FieldProps = { label: string; hint?: string | undefined; children: (id: string) => ReactNode };

const Field = ({ label, hint, children }: FieldProps) => {
  const id = useId();
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {hint !== undefined && (
        <p className={form.hint} id={`${id}-hint`}>
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
  maxLength: number;
  inputRef?: Ref<HTMLInputElement>;
  onChange: (value: string) => void;
};

const Text = ({ label, hint, value, maxLength, inputRef, onChange }: TextProps) => (
  <Field label={label} hint={hint}>
    {(id) => (
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
    )}
  </Field>
);

const fieldsOf = (agent: Agent | undefined): Fields => ({
  name: agent?.name ?? '',
  initials: agent?.initials ?? '',
  role: agent?.role ?? 'agent',
  teams: agent?.teams.join(', ') ?? '',
  skills: agent?.skills.join(', ') ?? '',
  languages: agent?.languages.join(', ') ?? '',
  cap: agent?.loadCap?.toString() ?? '',
});

type Person = Input<'roster.save'>['person'];

/** Null while something is missing or makes no sense. */
const personOf = ({ name, initials, role, teams, skills, languages, cap }: Fields): Person | null => {
  const loadCap = cap.trim() === '' ? null : Number(cap);
  const isCap = loadCap === null || (Number.isInteger(loadCap) && loadCap >= 1 && loadCap <= 10_000);
  if (name.trim() === '' || !initialsPattern.test(initials) || !isCap) return null;
  return {
    name: name.trim(),
    initials,
    role,
    teams: words(teams),
    skills: words(skills),
    languages: words(languages),
    loadCap,
  };
};

const words = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
