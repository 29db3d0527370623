import type { AccountState } from '../../shared/model.ts';
import { initialsOf } from '../people/colleagues.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import { healthOf } from './health.ts';
import styles from './rail.module.css';

export const HealthDot = ({ state }: { state: AccountState }) => {
  const { tone, words } = healthOf(state);
  const { handle, batonId } = state.account;
  const holder = useDesk((desk) => initialsOf(desk, batonId));
  const baton = holder === null ? '' : ` Baton: ${holder}.`;
  return (
    <li className={styles.account} title={`@${handle} on X: ${words}.${baton}`}>
      <Mark className={styles[tone]} shape={tone} />
      <span className="spoken">
        <Name>{`@${handle}`}</Name>: {words}.{baton}
      </span>
    </li>
  );
};
