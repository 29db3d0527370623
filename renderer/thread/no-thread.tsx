import { KeyCap } from '../ui/key-cap.tsx';
import styles from './no-thread.module.css';

const keys = [
  { id: 'card.down', words: 'to the next thread' },
  { id: 'thread.open', words: 'to open it here' },
  { id: 'thread.claim', words: 'to make it yours' },
  { id: 'message.reply', words: 'to answer in public' },
  { id: 'help.open', words: 'for all keys' },
] as const;

export const NoThread = () => (
  <div className={styles.none}>
    <p className={styles.title}>No thread is open.</p>
    <ul className={styles.keys}>
      {keys.map(({ id, words }) => (
        <li key={id} className={styles.key}>
          <KeyCap id={id} /> {words}
        </li>
      ))}
    </ul>
  </div>
);
