import { simulatedWords } from '../accounts/simulated.ts';
import { freshnessOf } from '../columns/fresh-words.ts';
import { BatonOf } from '../people/baton-of.tsx';
import { healthOf } from '../rail/health.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import styles from './status-line.module.css';

/** `○ X @brand 212/300`, one per account, and that a simulator is behind them, if one is. */
export const AccountBudgets = () => {
  const accounts = useDesk((desk) => desk.accounts);
  const simulated = accounts.map(({ account }) => simulatedWords(account)).find((words) => words !== null);
  return (
    <>
      <div className={styles.budgets}>
        {accounts.map((state) => {
          const { tone, words } = healthOf(state);
          const { calls } = freshnessOf([state]);
          return (
            <span key={state.account.id} className={styles.account} title={words}>
              <Mark className={styles[tone]} shape={tone} /> X <Name>{`@${state.account.handle}`}</Name>
              {calls && (
                <span title="Calls left of the network’s allowance">
                  {' '}
                  {calls.left}/{calls.limit}
                </span>
              )}
              <BatonOf account={state.account} />
            </span>
          );
        })}
      </div>
      {simulated && (
        <strong className={styles.practice} title={simulated.title}>
          {simulated.mark}
        </strong>
      )}
    </>
  );
};
