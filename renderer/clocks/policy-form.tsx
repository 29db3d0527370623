import { useEffect, useRef, useState } from 'react';
import type { CalendarId } from '../../shared/ids.ts';
import { clockKinds, priorityNames } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { call } from '../call.ts';
import { blankRule } from '../queues/draft.ts';
import { RuleForm } from '../queues/rule-form.tsx';
import { useDesk } from '../store/desk.ts';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { policyDraftOf, policyProblem, type PolicyFields } from './policy-fields.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

type Props = { fields: PolicyFields; onChange: (fields: PolicyFields) => void; onDone: () => void };

/** A policy: which threads it counts for, what is promised, and in whose hours. */
export const PolicyForm = ({ fields, onChange, onDone }: Props) => {
  const calendars = useDesk((desk) => desk.calendars);
  const { trouble, setTrouble, attempt } = useAttempt(onDone);
  const [isTried, setIsTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<PolicyFields>): void => onChange({ ...fields, ...part });
  const { id, revision, targets } = fields;
  const problem = policyProblem(fields);
  const shown = trouble ?? (isTried ? problem : null);

  const save = (): void => {
    setIsTried(true);
    setTrouble(null);
    if (problem !== null) return;
    const policy = policyDraftOf(fields);
    void attempt(async () => {
      await call('policy.save', { id, revision, policy });
      return `${policy.name} is saved. Open threads are counted anew.`;
    });
  };
  return (
    <form
      className={form.form}
      aria-label={revision === null ? 'New policy' : `Change ${fields.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Text
        label="Name"
        value={fields.name}
        maxLength={60}
        inputRef={first}
        onChange={(name) => change({ name })}
      />
      <section className={styles.group} aria-label="Which threads it counts for">
        <h3 className={styles.heading}>Which threads it counts for</h3>
        <RuleForm
          fields={fields.rule}
          place={1}
          isOpen={revision === null}
          onChange={(rule) => change({ rule })}
          onRemove={() => change({ rule: blankRule })}
        />
      </section>
      <section className={styles.group} aria-label="What is promised">
        <h3 className={styles.heading}>What is promised</h3>
        <table className={styles.targets}>
          <thead>
            <tr>
              <th scope="col">Within</th>
              {priorityNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clockKinds.map((clock) => (
              <tr key={clock}>
                <th scope="row">{clockNames[clock]}</th>
                {priorityNames.map((name, at) => (
                  <td key={name}>
                    <input
                      className={form.input}
                      aria-label={`${clockNames[clock]}, ${name}`}
                      value={targets[clock][at] ?? ''}
                      maxLength={8}
                      autoComplete="off"
                      onChange={({ target }) =>
                        change({
                          targets: {
                            ...targets,
                            [clock]: targets[clock].map((one, other) => (other === at ? target.value : one)),
                          },
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={form.hint}>15m is fifteen minutes, 4h four hours. Empty: no such promise.</p>
      </section>
      <div className={styles.pair}>
        <label className={form.field}>
          <span className={form.label}>Counted in</span>
          <select
            className={form.input}
            value={fields.calendarId ?? ''}
            onChange={({ target }) => change({ calendarId: (target.value || null) as CalendarId | null })}
          >
            <option value="">Every hour, around the clock</option>
            {calendars.map((calendar) => (
              <option key={calendar.id} value={calendar.id}>
                {calendar.name}
              </option>
            ))}
          </select>
        </label>
        <Text
          label="Warn when so much is used up (%)"
          value={fields.warnPercent}
          maxLength={3}
          onChange={(warnPercent) => change({ warnPercent })}
        />
      </div>
      <FormFoot trouble={shown} onLeave={onDone}>
        {revision !== null && (
          <button
            type="button"
            className={styles.small}
            onClick={() =>
              void attempt(async () => {
                await call('policy.remove', { id, revision });
                return `${fields.name} is removed. Its threads are counted by the next that fits. Undo brings it back.`;
              })
            }
          >
            Remove the policy
          </button>
        )}
      </FormFoot>
    </form>
  );
};
