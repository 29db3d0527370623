import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import { freshnessOf, freshnessTitle, freshnessWords, isWell } from './fresh-words.ts';
import styles from './freshness.module.css';

/** `14:03:12 · next 38s · 212 of 300 calls left`, or what is wrong and when it goes on. Pressed, it tells all of it. */
export const Freshness = () => {
  const accounts = useDesk((desk) => desk.accounts);
  const known = freshnessOf(accounts);
  const words = useClock((now) => freshnessWords(known, now));
  const title = useClock((now) => freshnessTitle(known, now));
  return (
    <button
      type="button"
      className={isWell(known) ? styles.fresh : styles.trouble}
      title={`${title}\n${titled('connections.open')}`}
      onClick={() => runCommand('connections.open')}
    >
      {!isWell(known) && <Mark shape="now" />} {words}
    </button>
  );
};
