import type { AccountState } from '../../shared/model.ts';
import { Name } from '../text/name.tsx';
import { healthOf } from './health.ts';
import styles from './rail.module.css';

export const HealthDot = ({ state }: { state: AccountState }) => {
  const { tone, words } = healthOf(state);
  const { handle } = state.account;
  return (
    <li className={styles.account} title={`@${handle} on X: ${words}`}>
      <svg className={styles[tone]} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {tone === 'now' && <path d="M6 6V1.5A4.5 4.5 0 1 1 1.5 6Z" fill="currentColor" />}
        {tone !== 'now' && <circle cx="6" cy="6" r={tone === 'fine' ? 2 : 4.5} fill="currentColor" />}
      </svg>
      <span className="spoken">
        <Name>{`@${handle}`}</Name>: {words}
      </span>
    </li>
  );
};
