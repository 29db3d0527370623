import { memo, useRef, useState } from 'react';
import { commands, type CommandId } from '../../../shared/commands.ts';
import { conflict, conflictWords, keysOf, refusal, withKeys, type Key } from '../../../shared/keys.ts';
import { printKey } from '../../commands/keys.ts';
import { save } from '../../commands/settings.ts';
import { get, useDesk } from '../../store/desk.ts';
import { Recorder } from './recorder.tsx';
import styles from './keys.module.css';

const saveKeys = (id: CommandId, keys: readonly Key[]): void => {
  const next = withKeys(get().settings.keys, id, keys);
  void save({ keys: Object.fromEntries(Object.entries(next).map(([name, own]) => [name, [...own]])) });
};

/** One command: its keys, another one, none, or those it was delivered with. */
export const KeyRow = memo(({ id, onSay }: { id: CommandId; onSay: (words: string) => void }) => {
  const { title } = commands[id];
  const platform = useDesk((desk) => desk.platform);
  const own = useDesk((desk) => desk.settings.keys);
  const [isRecording, setIsRecording] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const keys = keysOf(id, own);
  const isChanged = Object.hasOwn(own, id);

  const end = (isBack: boolean): void => {
    setIsRecording(false);
    // The recorder had the focus and is gone: the button it came from takes it.
    if (isBack)
      requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-record]')?.focus());
  };
  /** Null: taken; else why not. */
  const take = (key: Key): string | null => {
    if (keys.includes(key)) return 'It has this key already.';
    const inTheWay = conflict(id, key, get().settings.keys);
    const why = refusal(key) ?? (inTheWay && conflictWords(inTheWay));
    if (why !== null) return why;
    saveKeys(id, [...keys, key]);
    end(true);
    onSay(`${title}: ${printKey(key, platform)}.`);
    return null;
  };
  return (
    <li ref={row} className={styles.row} data-command={id}>
      <span className={styles.title}>{title}</span>
      <span className={styles.caps}>
        {keys.map((key) => {
          const printed = printKey(key, platform);
          return key === 'Escape' ? (
            <kbd key={key} title="Esc always leads back">
              {printed}
            </kbd>
          ) : (
            <button
              key={key}
              type="button"
              className={styles.cap}
              title={`Take ${printed} away`}
              aria-label={`${title}: take ${printed} away`}
              onClick={() => {
                saveKeys(
                  id,
                  keys.filter((other) => other !== key),
                );
                onSay(`${title} no longer has ${printed}.`);
              }}
            >
              <kbd>{printed}</kbd>
            </button>
          );
        })}
      </span>
      {isRecording ? (
        <Recorder title={title} onTake={take} onEnd={end} />
      ) : (
        <span className={styles.buttons}>
          <button
            type="button"
            className={styles.small}
            data-record=""
            aria-label={`${title}: record a key`}
            onClick={() => setIsRecording(true)}
          >
            Record
          </button>
          {isChanged && (
            <button
              type="button"
              className={styles.small}
              aria-label={`${title}: reset`}
              onClick={() => {
                onSay(reset(id));
              }}
            >
              Reset
            </button>
          )}
        </span>
      )}
    </li>
  );
});

/** The delivered keys again, unless another command was given one of them meanwhile. */
const reset = (id: CommandId): string => {
  const { title, keys } = commands[id];
  const others = withKeys(get().settings.keys, id, []);
  for (const key of keys) {
    const inTheWay = key === 'Escape' ? null : conflict(id, key, others);
    if (inTheWay) return `${title} can’t have ${key} back: ${conflictWords(inTheWay)}`;
  }
  saveKeys(id, keys);
  return `${title} is as it was delivered.`;
};
