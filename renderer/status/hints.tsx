import { commands, type Command } from '../../shared/commands.ts';
import { whyNot } from '../commands/available.ts';
import { reachOf } from '../commands/context.ts';
import { commandIds, keyOf } from '../commands/keys.ts';
import { useDesk } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';
import styles from './status-line.module.css';

/** The keys that do something from where the keyboard is. */
export const Hints = () => {
  const shown = useDesk(hintsOf);
  return (
    <ul className={styles.hints} aria-label="Keys">
      {shown.split('\n').map((hint) => {
        const [key, words] = hint.split('\t');
        return (
          <li key={hint} className={styles.hint}>
            <kbd className={styles.key}>{key}</kbd> {words}
          </li>
        );
      })}
    </ul>
  );
};

// One string, so that the line repaints only when it would read differently.
const hintsOf = (desk: Desk): string => {
  const reach = reachOf(desk.region).filter(
    (context) => desk.region !== 'composer' || context === 'composer',
  );
  const usable = commandIds.filter((id) => {
    const { hint, when, keys }: Command = commands[id];
    const isOff = !desk.settings.singleKeys && keys.every((key) => [...key].length === 1);
    return hint !== undefined && reach.includes(when) && !isOff && whyNot(id, desk) === null;
  });
  return usable.map((id) => `${keyOrPair(id, desk)}\t${commands[id].hint ?? ''}`).join('\n');
};

const keyOrPair = (id: (typeof commandIds)[number], { platform }: Desk): string =>
  id === 'card.down' ? `${keyOf('card.down', platform)}/${keyOf('card.up', platform)}` : keyOf(id, platform);
