import type { AccountState } from '../../shared/model.ts';
import { Directions } from '../accounts/directions.tsx';
import { simulatedWords } from '../accounts/simulated.ts';
import { spentWords } from '../accounts/words.ts';
import { AlertRow } from '../alerts/alert-row.tsx';
import { GapRow } from '../gaps/gap-row.tsx';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import { Streams } from './streams.tsx';
import { Unreadable } from './unreadable.tsx';
import styles from './connections.module.css';

/** One account: why it stands still if it does, what is wrong with it, how fresh each stream is, what it may do. */
export const Connection = ({ state }: { state: AccountState }) => {
  const { account, streams, directions, spentMicros, quarantined } = state;
  const { id, handle, pausedBecause } = account;
  const alerts = useDesk((desk) => desk.alerts);
  const gaps = useDesk((desk) => desk.gaps);
  const facts = [
    simulatedWords(account)?.network ?? null,
    spentWords(spentMicros) ?? 'nothing spent today (UTC)',
  ];
  return (
    <section className={styles.account} aria-label={`@${handle}`}>
      <h3 className={styles.head}>
        <Name className={styles.handle}>{`@${handle}`}</Name>
        <span className={styles.quiet}>on X · {facts.filter((fact) => fact !== null).join(' · ')}</span>
      </h3>
      {pausedBecause !== null && (
        <p className={styles.paused}>
          <Mark shape="breached" /> Paused: {pausedBecause}
        </p>
      )}
      {alerts
        .filter(({ accountId }) => accountId === id)
        .map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      {streams.length > 0 && <Streams streams={streams} isPaused={pausedBecause !== null} />}
      {gaps
        .filter(({ accountId }) => accountId === id)
        .map((gap) => (
          <GapRow key={gap.id} row={gap} isUnderItsBrand />
        ))}
      {quarantined > 0 && <Unreadable key={quarantined} accountId={id} count={quarantined} />}
      {directions.length > 0 && (
        <div className={styles.may}>
          <Directions all={directions} isPaused={pausedBecause !== null} />
        </div>
      )}
    </section>
  );
};
