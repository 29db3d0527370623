import { useRef, useState } from 'react';
import { commands, groups } from '../../../shared/commands.ts';
import { commandIds } from '../../../shared/keys.ts';
import { save } from '../../commands/settings.ts';
import { useDesk } from '../../store/desk.ts';
import { Group, Switch } from '../parts.tsx';
import { exportKeys, importKeys } from './file.ts';
import { KeyRow } from './key-row.tsx';
import form from '../../ui/form.module.css';
import styles from './keys.module.css';

/** Every command with its keys, each of which can be another. */
export const KeysSection = () => {
  const [sought, setSought] = useState('');
  const [says, setSays] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const singleKeys = useDesk((desk) => desk.settings.singleKeys);
  const changed = useDesk((desk) => Object.keys(desk.settings.keys).length);
  const words = sought.trim().toLowerCase();
  const found = commandIds.filter((id) => commands[id].title.toLowerCase().includes(words));
  return (
    <>
      <Group title="Single keys">
        <Switch
          label="Letters, digits and signs act alone"
          hint="Off, only arrows, Enter and keys with Ctrl or ⌘ act. They never act while you type."
          isOn={singleKeys}
          onChange={(isOn) => void save({ singleKeys: isOn })}
        />
      </Group>
      <div className={styles.tools}>
        <input
          className={form.input}
          type="search"
          aria-label="Find a command"
          placeholder="Find a command"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <button type="button" className={form.plain} onClick={exportKeys}>
          Export…
        </button>
        <button type="button" className={form.plain} onClick={() => file.current?.click()}>
          Import…
        </button>
        <input
          ref={file}
          className="spoken"
          type="file"
          accept="application/json,.json"
          aria-label="File of keys"
          tabIndex={-1}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) void importKeys(chosen).then(setSays);
            target.value = '';
          }}
        />
        <button
          type="button"
          className={form.plain}
          disabled={changed === 0}
          onClick={() => {
            void save({ keys: {} });
            setSays('All keys are as they were delivered.');
          }}
        >
          Reset all
        </button>
      </div>
      <output className={styles.says}>{says}</output>
      {groups.map((group) => {
        const ids = found.filter((id) => commands[id].group === group);
        return ids.length === 0 ? null : (
          <Group key={group} title={group}>
            <ul className={styles.rows}>
              {ids.map((id) => (
                <KeyRow key={id} id={id} onSay={setSays} />
              ))}
            </ul>
          </Group>
        );
      })}
      {found.length === 0 && <p className={form.hint}>No command is called that.</p>}
    </>
  );
};
