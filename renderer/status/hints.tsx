import { commands, type Command, type CommandId } from '../../shared/commands.ts';
import { commandIds, isSingle, keysOf } from '../../shared/keys.ts';
import { whyNot } from '../commands/available.ts';
import { reachOf } from '../commands/context.ts';
import { bindingsFor, keyOf, printKey } from '../commands/keys.ts';
import { useDesk } from '../store/desk.ts';
import type { Desk } from '../store/state.ts';
import styles from './status-line.module.css';

/** The keys that do something from where the keyboard is. */
export const Hints = () => {
  const shown = useDesk(hintsOf);
  const help = useDesk(helpOf);
  return (
    <>
      <ul className={styles.hints} aria-label="Keys">
        {shown.split('\n').map((hint) => (
          <li key={hint} className={styles.hint}>
            <Hint hint={hint} />
          </li>
        ))}
      </ul>
      {/* Outside the row that gives way: it leads to all the others. */}
      {help !== '' && (
        <p className={styles.help}>
          <Hint hint={help} />
        </p>
      )}
    </>
  );
};

const Hint = ({ hint }: { hint: string }) => {
  const [key, words] = hint.split('\t');
  return (
    <>
      <kbd className={styles.key}>{key}</kbd> {words}
    </>
  );
};

// One string, so that the line repaints only when it would read differently.
const hintsOf = (desk: Desk): string => (desk.sequence === '' ? usualOf(desk) : nextOf(desk));

/** While a sequence waits: what its next key would do. */
const nextOf = (desk: Desk): string =>
  bindingsFor(desk.platform, desk.settings.keys)
    .filter(
      ({ id, key }) =>
        key.startsWith(`${desk.sequence} `) &&
        reachOf(desk.region).includes(commands[id].when) &&
        whyNot(id, desk) === null,
    )
    .map(({ id, key }) => `${printKey(key, desk.platform)}\t${commands[id].title}`)
    .join('\n');

const usualOf = (desk: Desk): string =>
  usable(desk)
    .filter((id) => id !== 'help.open')
    .map((id) => hintOf(id, desk))
    .join('\n');

const helpOf = (desk: Desk): string => (usable(desk).includes('help.open') ? hintOf('help.open', desk) : '');

const usable = (desk: Desk): CommandId[] => {
  const isWriting = desk.region === 'composer' || desk.region === 'note';
  const reach = reachOf(desk.region).filter((context) => !isWriting || context === desk.region);
  return commandIds.filter((id) => {
    const { hint, when }: Command = commands[id];
    const keys = keysOf(id, desk.settings.keys);
    const isOff =
      (!desk.settings.singleKeys && keys.every(isSingle)) || (desk.isTyping && !keys.some(actsInText));
    return hint !== undefined && reach.includes(when) && !isOff && whyNot(id, desk) === null;
  });
};

/** What is no text: the same keys as dispatch lets through. */
const actsInText = (key: string): boolean => /^(?:(?:Mod|Ctrl|Meta)\+|Escape$|F\d)/u.test(key);

const hintOf = (id: CommandId, desk: Desk): string => `${keyOrPair(id, desk)}\t${commands[id].hint ?? ''}`;

const pairs: Partial<Record<CommandId, CommandId>> = {
  'card.down': 'card.up',
  'phones.down': 'phones.up',
  'search.down': 'search.up',
};

const keyOrPair = (id: CommandId, { platform, settings: { keys } }: Desk): string =>
  [id, pairs[id]].flatMap((one) => (one === undefined ? [] : [keyOf(one, platform, keys)])).join('/');
