import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { keyOf, type Choices, type Line, type LineGroup } from './plan.ts';
import form from '../ui/form.module.css';
import styles from './people.module.css';

type Props = {
  groups: readonly LineGroup[];
  successors: readonly Agent[];
  everythingTo: AgentId | null;
  choices: Choices;
  /** Undefined: as everything else. */
  onChoose: (key: string, to: AgentId | null | undefined) => void;
};

/** Everything in hand, by what it is; each line may go its own way. */
export const Lines = ({ groups, successors, everythingTo, choices, onChoose }: Props) => (
  // Scrolled by key even where no line has the focus.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className={styles.lines} tabIndex={0} aria-label="In hand">
    {groups.map(({ title, lines }) => (
      <section key={title} aria-label={title}>
        <h3 className={styles.heading}>
          {title} <span className={styles.aside}>{lines.length}</span>
        </h3>
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={keyOf(line)} className={styles.line}>
              <span className={styles.what}>{line.what}</span>
              <span className={styles.facts}>{line.facts.join(' · ')}</span>
              <select
                className={form.input}
                aria-label={`${title}, ${line.what}: goes to`}
                value={valueOf(line, choices)}
                onChange={({ target }) => onChoose(keyOf(line), chosen(target.value))}
              >
                <option value={same}>{nameOf(everythingTo, successors, line)}</option>
                {successors
                  .filter(({ id }) => id !== everythingTo)
                  .map((agent) => (
                    <option key={agent.id} value={agent.id}>
                      {agent.name}
                    </option>
                  ))}
                {line.about !== 'baton' && everythingTo !== null && (
                  <option value="">{backWords[line.about]}</option>
                )}
              </select>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </section>
);

const same = 'same';
const backWords = {
  thread: 'Back to its queue',
  callback: 'Back to the board',
  question: 'Back to who asked',
  baton: 'Nobody yet',
} as const;

const valueOf = (line: Line, choices: Choices): string => {
  const own = choices[keyOf(line)];
  return own === undefined ? same : (own ?? '');
};

const chosen = (value: string): AgentId | null | undefined => {
  if (value === same) return undefined;
  return value === '' ? null : (value as AgentId);
};

const nameOf = (id: AgentId | null, successors: readonly Agent[], line: Line): string => {
  const who = successors.find((agent) => agent.id === id);
  if (who) return who.name;
  return line.about === 'baton' && successors.length === 0
    ? 'Stays: nobody is on duty'
    : backWords[line.about];
};
