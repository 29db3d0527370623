import { useId, useState } from 'react';
import type { SampleRule } from '../../shared/api/review.ts';
import { AppError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import { modes, traits, traitWords, type Mode, type Trait } from '../../shared/review/rule.ts';
import { may } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { Choices, Switch } from '../settings/parts.tsx';
import { set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { plural } from '../ui/number.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { openPick, refresh } from './acts.ts';
import { get as review, todoIn } from './store.ts';
import forms from '../ui/form.module.css';
import styles from './draw.module.css';

const modeOptions: readonly { value: Mode; label: string; hint: string }[] = [
  { value: 'single', label: 'One reviewer for each', hint: 'As many conversations as possible' },
  { value: 'double', label: 'Two for each', hint: 'Neither knows what the other said until both are done' },
  { value: 'calibration', label: 'Everybody the same ones', hint: 'To see how alike you judge' },
];

const whole = (text: string, most: number): number | null =>
  /^\d{1,4}$/u.test(text.trim()) && Number(text) >= 1 && Number(text) <= most ? Number(text) : null;

/** A sample by rule: which conversations, how many of each person's, and who reviews them. */
export const DrawSample = () => {
  const agents = useDesk((desk) => desk.agents);
  const queues = useDesk((desk) => desk.queues);
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const me = useDesk((desk) => desk.me);
  const id = useId();
  const able = [...agents.values()].filter(({ leftAt, role }) => leftAt === null && may(role, 'review.work'));
  const [days, setDays] = useState('7');
  const [each, setEach] = useState('3');
  const [where, setWhere] = useState({ agentId: '', queueId: '', accountId: '', tagId: '' });
  const [wanted, setWanted] = useState<readonly Trait[]>([]);
  const [again, setAgain] = useState(false);
  const [mode, setMode] = useState<Mode>(modes[0]);
  const [scorers, setScorers] = useState<readonly AgentId[]>([me.id]);
  const { trouble, setTrouble, attempt } = useAttempt(() => set({ overlay: null }));

  const draw = async (): Promise<void> => {
    const [inDays, perAgent] = [whole(days, 366), whole(each, 50)];
    if (inDays === null) return setTrouble('Days: a number from 1 to 366.');
    if (perAgent === null) return setTrouble('Of each person: a number from 1 to 50.');
    const rule = {
      ...{ days: inDays, perAgent, again, traits: [...wanted] },
      ...Object.fromEntries(Object.entries(where).map(([name, value]) => [name, value || null])),
    } as SampleRule;
    await attempt(async () => {
      const { drawn, left, found } = await call('review.draw', { rule, mode, scorers: [...scorers] });
      if (drawn === 0) throw new AppError('not-found', nothingWords(found, left));
      await refresh();
      const { work, pick } = review();
      const first = work && todoIn(work)[0];
      if (!pick && first) void openPick(first.id);
      return `Drawn: ${plural(drawn, 'conversation')}.${left > 0 ? ` ${left} left out: nobody but their author could review them.` : ''}`;
    });
  };
  return (
    <Dialog title="Draw a sample" size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void draw().catch(() => undefined);
        }}
      >
        <div className={styles.columns}>
          <div className={forms.form}>
            <div className={styles.pair}>
              <Field label="Closed within, days">
                {(worn) => (
                  <input
                    {...worn}
                    className={forms.input}
                    inputMode="numeric"
                    value={days}
                    maxLength={3}
                    autoComplete="off"
                    onChange={(event) => setDays(event.target.value)}
                  />
                )}
              </Field>
              <Field label="Of each person">
                {(worn) => (
                  <input
                    {...worn}
                    className={forms.input}
                    inputMode="numeric"
                    value={each}
                    maxLength={2}
                    autoComplete="off"
                    onChange={(event) => setEach(event.target.value)}
                  />
                )}
              </Field>
            </div>
            <Where
              label="Person"
              any="Everybody"
              value={where.agentId}
              options={[...agents.values()].map((one) => [one.id, one.name])}
              onChange={(agentId) => setWhere({ ...where, agentId })}
            />
            <Where
              label="Queue"
              any="Any queue"
              value={where.queueId}
              options={queues.map((one) => [one.id, one.name])}
              onChange={(queueId) => setWhere({ ...where, queueId })}
            />
            <Where
              label="Account"
              any="Any account"
              value={where.accountId}
              options={accounts.map(({ account }) => [account.id, `@${account.handle}`])}
              onChange={(accountId) => setWhere({ ...where, accountId })}
            />
            <Where
              label="Tag"
              any="Any tag"
              value={where.tagId}
              options={tags.map((one) => [one.id, one.name])}
              onChange={(tagId) => setWhere({ ...where, tagId })}
            />
          </div>
          <div className={forms.form}>
            <fieldset className={styles.many}>
              <legend className={forms.label}>Only where, all of it</legend>
              {traits.map((trait) => (
                <Switch
                  key={trait}
                  label={traitWords[trait]}
                  isOn={wanted.includes(trait)}
                  onChange={(isOn) => setWanted(toggled(wanted, trait, isOn))}
                />
              ))}
            </fieldset>
            <Switch label="Also what was drawn before" isOn={again} onChange={setAgain} />
          </div>
          <div className={forms.form}>
            <Choices
              name={`${id}-mode`}
              label="Reviewers"
              isLegendShown
              value={mode}
              options={modeOptions}
              onChange={setMode}
            />
            <fieldset className={styles.many}>
              <legend className={forms.label}>Who reviews, never their own</legend>
              {able.map((agent) => (
                <Switch
                  key={agent.id}
                  label={agent.id === me.id ? `${agent.name} (you)` : agent.name}
                  isOn={scorers.includes(agent.id)}
                  onChange={(isOn) => setScorers(toggled(scorers, agent.id, isOn))}
                />
              ))}
            </fieldset>
          </div>
        </div>
        <FormFoot
          trouble={trouble}
          action="Draw"
          leave="Leave"
          isOff={scorers.length < (mode === 'single' ? 1 : 2)}
          onLeave={() => set({ overlay: null })}
        />
      </form>
    </Dialog>
  );
};

const nothingWords = (found: number, left: number): string => {
  if (left > 0) return `${plural(left, 'conversation')} found, but only their own author could review them.`;
  return found === 0
    ? 'Nothing that was closed then fits, or all of it was drawn before.'
    : 'None of those closed then fits.';
};

const toggled = <T,>(all: readonly T[], one: T, isOn: boolean): readonly T[] =>
  isOn ? [...all, one] : all.filter((other) => other !== one);

type WhereProps = {
  label: string;
  any: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
};

const Where = ({ label, any, value, options, onChange }: WhereProps) => (
  <Field label={label}>
    {(worn) => (
      <select
        {...worn}
        className={forms.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{any}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
