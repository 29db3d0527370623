import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { roles, type Agent, type Role } from '../../shared/model.ts';
import { may, whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { openHandOver } from '../commands/people.ts';
import { useDesk } from '../store/desk.ts';
import { Field, Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
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
  const { trouble, attempt } = useAttempt(onDone);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const person = personOf(fields);
  const mayMakeAdmins = may(me.role, 'roster.admins');

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
      className={form.form}
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
          {(worn) => (
            <select
              {...worn}
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
      <FormFoot trouble={trouble} isOff={person === null} onLeave={onDone}>
        {agent !== undefined && agent.id !== me.id && (
          <>
            {agent.duty !== 'off' && (
              <button type="button" className={form.plain} onClick={() => openHandOver(agent.id)}>
                Hand over for them
              </button>
            )}
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
          </>
        )}
      </FormFoot>
    </form>
  );
};

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
