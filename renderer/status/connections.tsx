import { useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Connection } from './connection.tsx';
import styles from './connections.module.css';

/** All that the heads of the columns say in a line: each account by its streams, its calls and its day. */
export const Connections = () => {
  const accounts = useDesk((desk) => desk.accounts);
  return (
    <Dialog title="Connections" size="wide">
      {accounts.length === 0 && <p className={styles.quiet}>No account is connected.</p>}
      {accounts.map((state) => (
        <Connection key={state.account.id} state={state} />
      ))}
    </Dialog>
  );
};
