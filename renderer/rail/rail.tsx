import { runCommand } from '../commands/run.ts';
import { desks } from '../desk/desks.ts';
import { useDesk } from '../store/desk.ts';
import type { DeskName } from '../store/state.ts';
import { cx } from '../ui/cx.ts';
import { HealthDot } from './health-dot.tsx';
import styles from './rail.module.css';

export const Rail = () => {
  const current = useDesk((desk) => desk.desk);
  const accounts = useDesk((desk) => desk.accounts);
  return (
    <nav className={styles.rail} aria-label="Desks" data-region="everywhere">
      {(Object.keys(desks) as DeskName[]).map((name) => {
        const { title, command, Icon } = desks[name];
        return (
          <button
            key={name}
            type="button"
            className={cx(styles.desk, name === current && styles.current)}
            aria-current={name === current ? 'page' : undefined}
            title={`Go to ${title}`}
            onClick={() => runCommand(command)}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
            {title}
          </button>
        );
      })}
      <ul className={styles.accounts} aria-label="Accounts">
        {accounts.map((state) => (
          <HealthDot key={state.account.id} state={state} />
        ))}
      </ul>
    </nav>
  );
};
