import { useEffect, useState } from 'react';
import type { Backup, RestorePreview } from '../../shared/api/backup.ts';
import { call } from '../call.ts';
import { Group } from '../settings/parts.tsx';
import { attempt as quietly } from '../store/notices.ts';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { Copies } from './copies.tsx';
import { wouldBeLost } from './words.ts';
import form from '../ui/form.module.css';
import styles from './backup.module.css';

/** Back to a backup: which, what it costs, and the word that says so. */
export const Restore = ({ onDone }: { onDone: () => void }) => {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [typed, setTyped] = useState('');
  const [isAtWork, setAtWork] = useState(false);
  const { trouble, attempt } = useAttempt(() => undefined);
  useEffect(() => {
    void quietly(async () => setBackups(await call('backup.list', {})));
  }, []);

  const choose = (name: string): void => {
    setChosen(name);
    setPreview(null);
    void attempt(async () => {
      setPreview(await call('backup.preview', { name }));
      return null;
    });
  };
  const restore = async (): Promise<void> => {
    if (chosen === null) return;
    setAtWork(true);
    await attempt(async () => {
      await call('backup.restore', { name: chosen, confirmed: 'restore' });
      return null;
    });
    setAtWork(false);
  };
  const isReady = preview !== null && typed.trim().toLowerCase() === 'restore' && !isAtWork;
  return (
    <form
      className={form.form}
      aria-label="Restore a backup"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void restore();
      }}
    >
      <Group title="Restore a backup" hint="The whole desk becomes what it was then, for everybody at it.">
        {backups === null && <p>Looking at what there is…</p>}
        {backups?.length === 0 && <p>There is no backup in the folder yet. Back up now, and there is one.</p>}
        {backups !== null && backups.length > 0 && (
          <Copies backups={backups} chosen={chosen} onChoose={choose} />
        )}
      </Group>
      {preview !== null && (
        <>
          <ul className={styles.words} aria-label="What it means">
            {wouldBeLost(preview).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <Text label="Type “restore” to go back" value={typed} maxLength={20} onChange={setTyped} />
        </>
      )}
      <FormFoot
        trouble={trouble}
        action={isAtWork ? 'Restoring…' : 'Restore this backup'}
        isOff={!isReady}
        onLeave={onDone}
      />
    </form>
  );
};
