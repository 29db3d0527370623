import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { set, useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { likeliest, successorsAmong } from './colleagues.ts';
import { Lines } from './lines.tsx';
import { Loads } from './loads.tsx';
import { gainsOf, goesTo, groupsOf, linesOf, type Choices, type Plan } from './plan.ts';
import { dayTime } from './time.ts';
import form from '../ui/form.module.css';
import styles from './people.module.css';

type Props = { sheet: HandOverSheet; from: Agent | undefined; onHandOver: (plan: Plan) => void };

/** One answer for everything, and another where it needs one. Enter takes the likeliest. */
export const Sheet = ({ sheet, from, onHandOver }: Props) => {
  const id = useId();
  const agents = useDesk((desk) => desk.agents);
  const successors = successorsAmong({ agents }, sheet.agentId);
  const [to, setTo] = useState<AgentId | null>(() =>
    likeliest(from, successors, sheet.loads, sheet.threads.length),
  );
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('End of shift');
  const submit = useRef<HTMLButtonElement>(null);
  useEffect(() => submit.current?.focus(), []);

  const groups = groupsOf(sheet, dayTime);
  const all = groups.flatMap(({ lines }) => lines);
  const isGoingBack = all.some((line) => line.about === 'thread' && goesTo(line, choices, to) === null);
  const orphan =
    successors.length > 0 && all.some((line) => line.about === 'baton' && goesTo(line, choices, to) === null);
  const canHandOver = !orphan && (!isGoingBack || reason.trim() !== '');
  const hand = (): void => {
    if (canHandOver)
      onHandOver({ to, reason: reason.trim() || 'End of shift', lines: linesOf(groups, choices) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    hand();
  };
  return (
    // Ctrl+Enter from anywhere in the sheet, as in the composer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={form.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        hand();
      }}
    >
      <div className={styles.top}>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-to`}>
            Everything goes to
          </label>
          <select
            id={`${id}-to`}
            className={form.input}
            value={to ?? ''}
            onChange={(event) => setTo((event.target.value || null) as AgentId | null)}
          >
            {successors.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name} ^{agent.initials}
              </option>
            ))}
            <option value="">Back to the queues</option>
          </select>
        </div>
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-reason`}>
            Reason, for what goes back
          </label>
          <input
            id={`${id}-reason`}
            className={form.input}
            value={reason}
            maxLength={200}
            disabled={!isGoingBack}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
      <Loads successors={successors} loads={sheet.loads} gains={gainsOf(groups, choices, to)} />
      <Lines
        groups={groups}
        successors={successors}
        everythingTo={to}
        choices={choices}
        onChoose={(key, chosen) => {
          const { [key]: _before, ...others } = choices;
          setChoices(chosen === undefined ? others : { ...others, [key]: chosen });
        }}
      />
      {sheet.drafts.length > 0 && (
        <p className={form.hint}>
          Drafts in other threads stay with their author; a note there says that they exist:{' '}
          {[...new Set(sheet.drafts.map(({ handle }) => `@${handle}`))].join(', ')}.
        </p>
      )}
      {orphan && (
        <p className={cx(form.hint, styles.over)} role="alert">
          The baton needs a person: choose who takes it.
        </p>
      )}
      <div className={form.buttons}>
        <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
          Not now
        </button>
        <button ref={submit} type="submit" className={form.primary} aria-disabled={!canHandOver}>
          Hand over and go off duty
        </button>
      </div>
    </form>
  );
};
