import { useState } from 'react';
import type { Backup } from '../../shared/api/backup.ts';
import { holds, size, when } from './words.ts';
import styles from './backup.module.css';

type Props = { backups: readonly Backup[]; chosen: string | null; onChoose: (name: string) => void };

/** The copies there are, one of which is chosen. */
export const Copies = ({ backups, chosen, onChoose }: Props) => {
  const [now] = useState(() => Date.now());
  return (
    <fieldset className={styles.list}>
      <legend className="spoken">Backups</legend>
      {backups.map((backup) => (
        <label key={backup.name} className={styles.copy}>
          <input
            type="radio"
            name="backup"
            checked={backup.name === chosen}
            disabled={backup.holds === null}
            onChange={() => onChoose(backup.name)}
          />
          <span>
            {when(backup.at, now)}
            <span className={styles.aside}>{holds(backup, now)}</span>
          </span>
          <span className={styles.bytes}>{size(backup.bytes)}</span>
        </label>
      ))}
    </fieldset>
  );
};
