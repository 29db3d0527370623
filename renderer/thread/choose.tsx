import { useState } from 'react';
import type { ThreadAction } from '../../shared/action.ts';
import { priorityNames, type Priority } from '../../shared/model.ts';
import { applyAction } from '../commands/apply.ts';
import { get, set } from '../store/desk.ts';
import { targets } from '../store/targets.ts';
import { Pick, type Choice } from '../ui/pick.tsx';
import { noActionWords, resolveWords } from './reason-words.ts';

type ChooseProps = {
  title: string;
  label: string;
  choices: readonly Choice[];
  actionOf: (id: string) => ThreadAction;
};

/** One thing to do with what was meant when it was asked for; the selection may be another by then. */
const Choose = ({ title, label, choices, actionOf }: ChooseProps) => {
  const [on] = useState(() => targets(get()));
  const choose = (id: string): void => {
    set({ overlay: null });
    void applyAction(actionOf(id), on);
  };
  const many = on !== null && on.only === null ? ` of ${on.count.toLocaleString('en')} threads` : '';
  return (
    <Pick
      title={`${title}${many}`}
      label={label}
      choices={choices}
      none="Nothing is called that."
      onChoose={choose}
    />
  );
};

const numbered = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([id, name], at) => ({ id, words: name, digit: String(at + 1) }));

const urgency = ['Before everything else', 'Before the rest', 'As it comes', 'When there is time'];
const priorities: Choice[] = priorityNames.map((name, at) => ({
  id: String(at),
  words: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  aside: urgency[at],
  digit: String(at),
}));

export const ChoosePriority = () => (
  <Choose
    title="Priority"
    label="How urgent it is"
    choices={priorities}
    actionOf={(id) => ({ do: 'priority', priority: Number(id) as Priority })}
  />
);

export const ChooseNoAction = () => (
  <Choose
    title="No action"
    label="Why it is no work"
    choices={numbered(noActionWords)}
    actionOf={(reason) => ({ do: 'no-action', reason: reason as keyof typeof noActionWords })}
  />
);

export const ChooseResolve = () => (
  <Choose
    title="Resolve"
    label="Why it is done"
    choices={numbered(resolveWords)}
    actionOf={(reason) => ({ do: 'resolve', reason: reason as keyof typeof resolveWords })}
  />
);
