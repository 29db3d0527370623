import { useEffect, useRef, useState } from 'react';
import { assignmentModes } from '../../shared/model.ts';
import { call } from '../call.ts';
import { Switch } from '../settings/parts.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { blankRule, draftOf, problemOf, type QueueFields, type RuleFields } from './draft.ts';
import { RuleForm } from './rule-form.tsx';
import { TestPanel } from './test-panel.tsx';
import { assignmentWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './queues.module.css';

type Props = { fields: QueueFields; onChange: (fields: QueueFields) => void; onDone: () => void };

/** A queue: which threads come to it, who gets them, and a test of both before it is saved. */
export const QueueForm = ({ fields, onChange, onDone }: Props) => {
  const { trouble, attempt } = useAttempt(onDone);
  const [isTried, setIsTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<QueueFields>): void => onChange({ ...fields, ...part });
  const changeRule = (at: number, rule: RuleFields): void =>
    change({ rules: fields.rules.map((one, other) => (other === at ? rule : one)) });
  const problem = problemOf(fields);
  const { id, revision } = fields;

  const save = (): void => {
    setIsTried(true);
    if (problem !== null) return;
    void attempt(async () => {
      const queue = draftOf(fields);
      await call('queue.save', { id, revision, queue });
      return `${queue.name} is saved. Open threads are asked again where they belong.`;
    });
  };
  const shown = trouble ?? (isTried ? problem : null);
  return (
    <form
      className={form.form}
      aria-label={revision === null ? 'New queue' : `Change ${fields.name}`}
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
      <section className={styles.group} aria-label="Which threads come here">
        <h3 className={styles.heading}>Which threads come here</h3>
        <p className={form.hint}>
          Any of these rules brings a thread. Queues are asked in their order, and the first that fits gets
          it.
        </p>
        {fields.rules.map((rule, at) => (
          <RuleForm
            // Rules have no name of their own; what is typed lives above.
            key={at}
            fields={rule}
            place={at + 1}
            isOpen={fields.rules.length === 1 || rule === blankRule}
            onChange={(next) => changeRule(at, next)}
            onRemove={() => change({ rules: fields.rules.filter((_, other) => other !== at) })}
          />
        ))}
        {fields.rules.length === 0 && <p>No rule: threads come only when somebody moves them here.</p>}
        <div>
          <button
            type="button"
            className={styles.small}
            onClick={() => change({ rules: [...fields.rules, { ...blankRule }] })}
          >
            Add a rule
          </button>
        </div>
      </section>
      <section className={styles.group} aria-label="Who gets them">
        <h3 className={styles.heading}>Who gets them</h3>
        <fieldset className={styles.some}>
          <legend className="spoken">How threads are given</legend>
          {assignmentModes.map((mode) => (
            <label key={mode} className={styles.chip}>
              <input
                type="radio"
                name="assignment"
                checked={fields.assignment === mode}
                onChange={() => change({ assignment: mode })}
              />
              {assignmentWords[mode]}
            </label>
          ))}
        </fieldset>
        <div className={styles.pair}>
          <Text
            label="Only with this skill"
            hint="As the roster has it; empty: anybody."
            value={fields.skill}
            maxLength={40}
            onChange={(skill) => change({ skill })}
          />
          <Text
            label="Goes back when ignored for"
            hint="Minutes without opening or answering; empty: never."
            value={fields.returnAfter}
            maxLength={4}
            onChange={(returnAfter) => change({ returnAfter })}
          />
        </div>
        <Switch
          label="Only who speaks the customer’s language"
          isOn={fields.isLanguage}
          onChange={(isLanguage) => change({ isLanguage })}
        />
        <Switch
          label="First to whoever had this customer last"
          isOn={fields.isSticky}
          onChange={(isSticky) => change({ isSticky })}
        />
      </section>
      <TestPanel fields={fields} />
      <FormFoot trouble={shown} onLeave={onDone}>
        {revision !== null && (
          <button
            type="button"
            className={styles.small}
            onClick={() =>
              void attempt(async () => {
                await call('queue.remove', { id, revision });
                return `${fields.name} is removed. Its threads go where the other rules say. Undo brings it back.`;
              })
            }
          >
            Remove the queue
          </button>
        )}
      </FormFoot>
    </form>
  );
};
