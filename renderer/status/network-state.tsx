import { freshnessOf, freshnessTitle, isWell, stateWord } from '../columns/fresh-words.ts';
import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import { titled } from '../ui/titled.ts';
import styles from './status-line.module.css';

/** The network in one word, and how much stands that somebody should know of: what it is about is one press away. */
export const NetworkState = () => {
  const accounts = useDesk((desk) => desk.accounts);
  const alerts = useDesk((desk) => desk.alerts.length);
  const gaps = useDesk((desk) => desk.gaps.filter(({ kind }) => kind === 'lost').length);
  const unread = accounts.reduce((sum, { quarantined }) => sum + quarantined, 0);
  const known = freshnessOf(accounts);
  const title = useClock((now) => freshnessTitle(known, now));
  if (accounts.length === 0) return null;
  const word = stateWord(known);
  const more = [
    alerts > 0 && plural(alerts, 'alert'),
    gaps > 0 && plural(gaps, 'gap'),
    unread > 0 && `${unread} unreadable`,
  ].filter((one) => one !== false);
  const isCalm = isWell(known) && more.length === 0;
  return (
    <button
      type="button"
      className={cx(styles.state, !isCalm && styles.now)}
      title={`${title}\n${titled('connections.open')}`}
      onClick={() => runCommand('connections.open')}
    >
      {isCalm ? null : <Mark shape="now" />} {[word, ...more].join(' · ')}
    </button>
  );
};
