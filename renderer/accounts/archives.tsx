import { useCallback, useEffect, useState } from 'react';
import type { Archive } from '../../shared/api/accounts.ts';
import type { AccountId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { Group } from '../settings/parts.tsx';
import { Name } from '../text/name.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { plural } from '../ui/number.ts';
import { dayName, isSameDay } from '../ui/time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

/** While something is being deleted, how much is left is looked at so often. */
const lookMs = 700;

/** Accounts that were removed and what is left of them. */
export const Archives = ({ mayManage }: { mayManage: boolean }) => {
  const [archives, setArchives] = useState<readonly Archive[]>([]);
  const [erasing, setErasing] = useState<AccountId | null>(null);
  const look = useCallback(async () => {
    await call('account.archives', {}).then(
      (answer) => setArchives(answer.archives),
      () => undefined,
    );
  }, []);
  const isBusy = archives.some(({ isBeingErased }) => isBeingErased);
  useEffect(() => void look(), [look]);
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(() => void look(), lookMs);
    return () => clearInterval(timer);
  }, [isBusy, look]);

  if (archives.length === 0) return null;
  return (
    <Group title="Removed accounts" hint="What they wrote and were told can be read and searched.">
      <ul className={styles.list}>
        {archives.map((archive) => (
          <li key={archive.account.id} className={styles.account}>
            <div className={styles.title}>
              <span className={styles.handle}>
                <Name>{`@${archive.account.handle}`}</Name>
              </span>
              <span className={styles.aside}>{archiveWords(archive)}</span>
            </div>
            {mayManage && !archive.isBeingErased && erasing !== archive.account.id && (
              <div className={styles.buttons}>
                <button
                  type="button"
                  className={styles.small}
                  aria-label={`Delete the archive… of @${archive.account.handle}`}
                  onClick={() => setErasing(archive.account.id)}
                >
                  Delete the archive…
                </button>
              </div>
            )}
            {erasing === archive.account.id && (
              <Erase
                archive={archive}
                onDone={() => {
                  setErasing(null);
                  void look();
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Group>
  );
};

const archiveWords = ({ removedAt, threads, isBeingErased }: Archive): string =>
  isBeingErased
    ? `Being deleted: ${plural(threads, 'thread')} left. It goes on by itself.`
    : `Removed ${isSameDay(removedAt, Date.now()) ? 'today' : dayName(removedAt, Date.now())} · ${plural(threads, 'thread')} to be read`;

const Erase = ({ archive: { account }, onDone }: { archive: Archive; onDone: () => void }) => {
  const [typed, setTyped] = useState('');
  const { trouble, attempt } = useAttempt(onDone);
  return (
    <form
      className={form.form}
      aria-label={`Delete the archive of @${account.handle}`}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await call('account.erase', { accountId: account.id, handle: typed });
          return null;
        });
      }}
    >
      <Text
        label={`Type @${account.handle} to delete everything of it`}
        maxLength={60}
        inputRef={(field) => field?.focus()}
        value={typed}
        onChange={setTyped}
      />
      <FormFoot trouble={trouble} action="Delete" isOff={typed.trim() === ''} onLeave={onDone} />
    </form>
  );
};
