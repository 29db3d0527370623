import { JobStripPlace } from '../jobs/strip-place.tsx';
import { AccountBudgets } from './account-budgets.tsx';
import { Hints } from './hints.tsx';
import { NetworkState } from './network-state.tsx';
import { NoticeLine } from './notice-line.tsx';
import styles from './status-line.module.css';

/** 28 px: what the keys do here, what has just happened, how the connections are. */
export const StatusLine = () => (
  <footer className={styles.line} data-region="everywhere">
    <Hints />
    <NoticeLine />
    <JobStripPlace />
    <NetworkState />
    <AccountBudgets />
  </footer>
);
