import { useEffect, useState } from 'react';
import type { AccountDetails } from '../../shared/api/accounts.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { AccountState } from '../../shared/model.ts';
import { call } from '../call.ts';
import { reauthorise } from '../commands/accounts.ts';
import { attempt, notify } from '../store/notices.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import { Directions } from './directions.tsx';
import { simulatedWords } from './simulated.ts';
import { keptWords, spentWords } from './words.ts';
import styles from './accounts.module.css';

type Props = { state: AccountState; mayManage: boolean; onRemove: () => void };

export const AccountRow = ({ state, mayManage, onRemove }: Props) => {
  const { account, directions, spentMicros } = state;
  const { id, handle, name, pausedBecause } = account;
  const simulated = simulatedWords(account);
  const [isBusy, setBusy] = useState(false);

  const run = async (job: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    if (await attempt(job)) notify(done);
    setBusy(false);
  };
  return (
    <li className={styles.account}>
      <div className={styles.title}>
        <span className={styles.handle}>
          <Name>{`@${handle}`}</Name>
        </span>
        <span className={styles.aside}>
          <bdi>{name}</bdi> on X
        </span>
        {simulated && (
          <span className={styles.practice} title={simulated.title}>
            {simulated.mark}
          </span>
        )}
      </div>
      {pausedBecause !== null && (
        <p className={styles.paused}>
          <Mark shape="breached" /> Paused: {pausedBecause}
        </p>
      )}
      <Directions all={directions} isPaused={pausedBecause !== null} />
      {/* When it stops or goes on, its sign-in may be somewhere else. */}
      <About key={pausedBecause ?? ''} accountId={id} spentMicros={spentMicros} />
      {mayManage && (
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.small}
            disabled={isBusy}
            aria-label={`Test again what @${handle} may do`}
            onClick={() =>
              void run(() => call('account.probe', { accountId: id }), `@${handle} was tested again.`)
            }
          >
            Test again
          </button>
          {pausedBecause !== null && (
            <button
              type="button"
              className={styles.small}
              disabled={isBusy}
              aria-label={`Resume @${handle}`}
              onClick={() => void run(() => call('account.resume', { accountId: id }), `@${handle} goes on.`)}
            >
              Resume
            </button>
          )}
          <button
            type="button"
            className={styles.small}
            disabled={isBusy}
            aria-label={`Sign in again as @${handle}`}
            onClick={() => void reauthorise(account)}
          >
            Sign in again
          </button>
          <button
            type="button"
            className={styles.small}
            disabled={isBusy}
            data-remove={id}
            aria-label={`Remove… @${handle}`}
            onClick={onRemove}
          >
            Remove…
          </button>
        </div>
      )}
    </li>
  );
};

/** Where its sign-in is, and what the day has cost. */
const About = ({ accountId, spentMicros }: { accountId: AccountId; spentMicros: number }) => {
  const keptIn = useDetails(accountId)?.keptIn;
  const words = [keptIn ? keptWords[keptIn] : null, spentWords(spentMicros)].filter((one) => one !== null);
  return words.length > 0 && <p className={styles.aside}>{words.join(' · ')}</p>;
};

export const useDetails = (accountId: AccountId): AccountDetails | null => {
  const [details, setDetails] = useState<AccountDetails | null>(null);
  useEffect(() => {
    void call('account.details', { accountId }).then(setDetails, () => undefined);
  }, [accountId]);
  return details;
};
