import { commands, isCommand, type CommandId } from '../../shared/commands.ts';
import { whyNot } from '../commands/available.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import styles from './selection-strip.module.css';

/** What can be done to a selection, in the order of how often it is; those that a desk has not are left out. */
const offered: readonly (readonly [id: string, words: string])[] = [
  ['thread.assign', 'Assign…'],
  ['thread.move', 'Move…'],
  ['thread.tag', 'Tag…'],
  ['thread.snooze', 'Snooze…'],
  ['thread.resolve', 'Resolve'],
];

/** At the foot of the columns while something is selected: how much it is, and what the keys do to it. */
export const SelectionStrip = () => {
  const words = useDesk(wordsOf);
  const canTakeAll = useDesk(
    (desk) => desk.selection?.by === 'ids' && whyNot('select.filter', desk) === null,
  );
  return (
    <section className={styles.place} aria-label="Selection" data-region="columns">
      <output className="spoken">{words}</output>
      {words !== '' && (
        <div className={styles.strip}>
          <p className={styles.words} aria-hidden="true">
            {words}
          </p>
          {offered.map(([id, label]) => isCommand(id) && <Do key={id} id={id} label={label} />)}
          {canTakeAll && <Do id="select.filter" label="The whole column" />}
          <Do id="select.clear" label="Clear" />
        </div>
      )}
    </section>
  );
};

/** What can't be done is there, and says why: pressed, too. */
const Do = ({ id, label }: { id: CommandId; label: string }) => {
  const why = useDesk((desk) => whyNot(id, { ...desk, region: 'columns' })) || null;
  return (
    <button
      type="button"
      className={styles.do}
      title={why ?? titled(id, commands[id].title)}
      aria-disabled={why !== null}
      onClick={() => runCommand(id)}
    >
      {label} <KeyCap id={id} />
    </button>
  );
};

const wordsOf = ({ selection, columns }: Desk): string => {
  if (selection === null) return '';
  if (selection.by === 'ids') return `${selection.ids.size.toLocaleString('en')} selected`;
  const title = columns[selection.columnId]?.definition.title ?? 'the column';
  return `Everything in ${title}: ${selection.count.toLocaleString('en')} selected`;
};
