import { runCommand } from '../commands/run.ts';
import { initialsOf } from '../people/colleagues.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import styles from '../outbox/mail.module.css';

/** One switch for everything that would leave by itself, unmistakable while it is thrown. */
export const StopBar = () => {
  const stopped = useDesk(({ settings }) => settings.schedules.stopped);
  const perDay = useDesk(({ settings }) => settings.schedules.perDay);
  const by = useDesk((desk) => initialsOf(desk, stopped?.by ?? null));
  const mayGoOn = useDesk((desk) => iMay(desk, 'schedule.approve'));
  const command = stopped === null ? 'schedule.stopAll' : 'schedule.goOn';
  return (
    <div className={cx(styles.top, stopped !== null && styles.stopped)}>
      <output className={styles.topWords}>
        {stopped === null
          ? `What is approved leaves at its time: ${perDay} a day and account, at most.`
          : `Stopped by ${by ?? 'a colleague'} at ${clockTime(stopped.at)}: nothing scheduled leaves.`}
      </output>
      {(stopped === null || mayGoOn) && (
        <button
          type="button"
          className={styles.button}
          title={titled(command)}
          onClick={() => runCommand(command)}
        >
          {stopped === null ? 'Stop all' : 'Let it go on'}
        </button>
      )}
      <button
        type="button"
        className={styles.button}
        title={titled('schedule.new')}
        onClick={() => runCommand('schedule.new')}
      >
        Schedule a post…
      </button>
    </div>
  );
};
