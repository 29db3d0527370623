import type { AccountState } from '../../shared/model.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import { healthOf } from './health.ts';
import styles from './rail.module.css';

export const HealthDot = ({ state }: { state: AccountState }) => {
  const { tone, words } = healthOf(state);
  const { handle } = state.account;
  return (
    <li className={styles.account} title={`@${handle} on X: ${words}`}>
      <Mark className={styles[tone]} shape={tone} />
      <span className="spoken">
        <Name>{`@${handle}`}</Name>: {words}
      </span>
    </li>
  );
};
