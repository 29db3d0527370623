import { useId } from 'react';
import type { ColumnDefinition } from '../../../shared/filter.ts';
import { play } from '../../alerts/tone.ts';
import form from '../../ui/form.module.css';
import styles from './edit.module.css';

export type Look = Pick<ColumnDefinition, 'density' | 'isPinned' | 'sound'>;
type Tone = NonNullable<Look['sound']>['tone'];

/** How a column looks and sounds, apart from what it shows. */
export const Looks = ({ look, onChange }: { look: Look; onChange: (look: Look) => void }) => {
  const id = useId();
  const { sound } = look;
  const setSound = (next: Look['sound']): void => {
    const { sound: _before, ...rest } = look;
    onChange(next ? { ...rest, sound: next } : rest);
    if (next) play(next.tone, next.volume);
  };
  return (
    <>
      <div className={form.field}>
        <label className={form.label} htmlFor={`${id}-density`}>
          Cards
        </label>
        <select
          id={`${id}-density`}
          className={form.input}
          value={look.density ?? 'comfortable'}
          onChange={({ target }) => onChange({ ...look, density: target.value as 'compact' | 'comfortable' })}
        >
          <option value="comfortable">comfortable</option>
          <option value="compact">compact</option>
        </select>
      </div>
      <div className={form.field}>
        <label className={form.label} htmlFor={`${id}-sound`}>
          Sound
        </label>
        <select
          id={`${id}-sound`}
          className={form.input}
          value={sound?.tone ?? ''}
          onChange={({ target }) =>
            setSound(
              target.value === '' ? undefined : { tone: target.value as Tone, volume: sound?.volume ?? 0.5 },
            )
          }
        >
          <option value="">none</option>
          <option value="soft">soft</option>
          <option value="bright">bright</option>
          <option value="low">low</option>
        </select>
      </div>
      {sound && (
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-volume`}>
            Volume
          </label>
          <input
            id={`${id}-volume`}
            type="range"
            min={0}
            max={1}
            step={0.1}
            className={styles.volume}
            value={sound.volume}
            onChange={({ target }) => setSound({ ...sound, volume: Number(target.value) })}
          />
        </div>
      )}
      <label className={styles.pin}>
        <input
          type="checkbox"
          checked={look.isPinned ?? false}
          onChange={({ target }) => onChange({ ...look, isPinned: target.checked })}
        />
        Pinned at the left
      </label>
    </>
  );
};
