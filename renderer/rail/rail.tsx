import { Columns3, UserRound } from 'lucide-react';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { HealthDot } from './health-dot.tsx';
import styles from './rail.module.css';

const desks = [
  { name: 'triage', title: 'Triage', command: 'desk.triage', Icon: Columns3 },
  { name: 'mine', title: 'Mine', command: 'desk.mine', Icon: UserRound },
] as const;

export const Rail = () => {
  const current = useDesk((desk) => desk.desk);
  const accounts = useDesk((desk) => desk.accounts);
  return (
    <nav className={styles.rail} aria-label="Desks" data-region="everywhere">
      {desks.map(({ name, title, command, Icon }) => (
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
      ))}
      <ul className={styles.accounts} aria-label="Accounts">
        {accounts.map((state) => (
          <HealthDot key={state.account.id} state={state} />
        ))}
      </ul>
    </nav>
  );
};
