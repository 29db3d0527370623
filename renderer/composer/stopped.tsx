import type { Failure } from '../../shared/errors.ts';
import { Mark } from '../ui/mark.tsx';
import { sendAnyway } from './send.ts';
import styles from './stopped.module.css';

/** Why it did not go out, that the text is safe, and what to do. */
export const Stopped = ({ stopped }: { stopped: Failure }) => (
  <div className={styles.stopped} role="alert">
    {stopped.code === 'moved-on' ? (
      <>
        <p>Not sent: the thread moved on while you wrote. What is new is marked above; your text is kept.</p>
        <button type="button" className={styles.button} onClick={() => void sendAnyway()}>
          Send anyway
        </button>
      </>
    ) : (
      <p>
        <Mark className={styles.mark} shape="breached" /> {stopped.message}
      </p>
    )}
  </div>
);
