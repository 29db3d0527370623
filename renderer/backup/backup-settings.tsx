import { useEffect, useState } from 'react';
import type { BackupState } from '../../shared/api/backup.ts';
import { call, on } from '../call.ts';
import { isRunning } from '../jobs/words.ts';
import { Group } from '../settings/parts.tsx';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { Restore } from './restore.tsx';
import { ran, when } from './words.ts';
import form from '../ui/form.module.css';
import styles from './backup.module.css';

/** When the desk was last copied and looked through, where the copies lie, and the ways back. */
export const BackupSettings = () => {
  const [state, setState] = useState<BackupState | null>(null);
  const [isRestoring, setRestoring] = useState(false);
  useEffect(() => {
    const read = (): void => void attempt(async () => setState(await call('backup.state', {})));
    read();
    // Anything that ends may be a backup or a check.
    return on('jobs.changed', (jobs) => {
      if (!jobs.some(isRunning)) read();
    });
  }, []);
  if (state === null) return null;
  if (isRestoring) return <Restore onDone={() => setRestoring(false)} />;
  return (
    <>
      <Backups state={state} onRestore={() => setRestoring(true)} />
      <Keeping key={JSON.stringify(state)} state={state} onSaved={setState} />
      <TheFile state={state} />
    </>
  );
};

type Props = { state: BackupState };

const Backups = ({ state, onRestore }: Props & { onRestore: () => void }) => {
  const now = useNow();
  const isMaking = useIsRunning('backup');
  const { nextAt, lastBackup } = state;
  return (
    <Group
      title="Backup"
      hint="A copy of everything on this desk, made once a day when nobody is at work, and read back before it counts. Sign-ins, pictures, and files attached to messages that have not left are not in it."
    >
      <dl className={styles.facts}>
        <dt>Last</dt>
        <dd>{ran(lastBackup, now)}</dd>
        <dt>Next</dt>
        <dd>{next(nextAt, now, isMaking)}</dd>
      </dl>
      <div className={styles.buttons}>
        <button
          type="button"
          className={form.primary}
          disabled={isMaking || nextAt === null}
          onClick={() => void attempt(() => call('backup.now', {}))}
        >
          Back up now
        </button>
        <button type="button" className={form.plain} disabled={nextAt === null} onClick={onRestore}>
          Restore…
        </button>
      </div>
    </Group>
  );
};

const next = (at: number | null, now: number, isMaking: boolean): string => {
  if (isMaking) return 'Being made.';
  if (at === null) return 'Practice is not backed up: its customers are invented.';
  return at <= now ? 'At the next pause in the work.' : `${when(at, now)}, at a pause in the work.`;
};

const Keeping = ({ state, onSaved }: Props & { onSaved: (state: BackupState) => void }) => {
  const save = (change: { daily?: number; weekly?: number }): void => {
    const { daily, weekly } = { ...state, ...change };
    void attempt(async () => onSaved(await call('backup.keep', { daily, weekly })));
  };
  const choose = (isDefault: boolean): void =>
    void attempt(async () => {
      const chosen = await call('backup.folder', { isDefault });
      if (chosen) onSaved(chosen);
    });
  return (
    <Group title="Where, and how many" {...(state.isOwnFolder && { hint: sameDisk })}>
      <dl className={styles.facts}>
        <dt>Folder</dt>
        <dd>{state.folder}</dd>
      </dl>
      <div className={styles.buttons}>
        <button type="button" className={form.plain} onClick={() => choose(false)}>
          Another folder…
        </button>
        {!state.isOwnFolder && (
          <button type="button" className={form.plain} onClick={() => choose(true)}>
            Beside the desk again
          </button>
        )}
      </div>
      <div className={styles.numbers}>
        <Count
          label="Daily ones kept"
          value={state.daily}
          min={1}
          max={60}
          onChange={(daily) => save({ daily })}
        />
        <Count
          label="Weekly ones kept"
          value={state.weekly}
          min={0}
          max={52}
          onChange={(weekly) => save({ weekly })}
        />
      </div>
    </Group>
  );
};

const sameDisk =
  'This folder is on the same disk as the desk. Choose one on another disk, and a broken disk takes only one of them.';

type CountProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

/** Saved when it is left: half a number is none. */
const Count = ({ label, value, min, max, onChange }: CountProps) => (
  <Field label={label}>
    {(worn) => (
      <input
        {...worn}
        type="number"
        className={`${form.input} ${styles.number}`}
        defaultValue={value}
        min={min}
        max={max}
        onBlur={({ target }) => {
          const typed = target.valueAsNumber;
          if (Number.isInteger(typed) && typed >= min && typed <= max && typed !== value) onChange(typed);
          else target.value = String(value);
        }}
      />
    )}
  </Field>
);

const TheFile = ({ state }: Props) => {
  const isChecking = useIsRunning('check');
  const now = useNow();
  const [isAsked, setAsked] = useState(false);
  const { lastCheck, damagedAt } = state;
  const isDamaged = damagedAt !== null || lastCheck?.isOk === false;
  return (
    <Group
      title="The desk’s file"
      hint="Looked through once a week, from end to end, while the work goes on."
    >
      <dl className={styles.facts}>
        <dt>Checked</dt>
        <dd>{isChecking ? 'Being looked through.' : ran(lastCheck, now)}</dd>
      </dl>
      {isDamaged && (
        <Trouble words="Part of the file is damaged. What can be read goes on working. Repair it, or go back to a backup, before more is lost." />
      )}
      <div className={styles.buttons}>
        <button
          type="button"
          className={form.plain}
          disabled={isChecking}
          onClick={() => void attempt(() => call('desk.check', {}))}
        >
          Check now
        </button>
        {isDamaged && (
          <button
            type="button"
            className={form.plain}
            disabled={isAsked}
            onClick={() => {
              setAsked(true);
              void attempt(() => call('desk.toRepair', {})).then(() => setAsked(false));
            }}
          >
            Close the desk and repair it…
          </button>
        )}
      </div>
    </Group>
  );
};

const useNow = (): number => useState(() => Date.now())[0];

const useIsRunning = (kind: 'backup' | 'check'): boolean =>
  useDesk(({ jobs }) => jobs.some((job) => job.kind === kind && job.outcome === null));
