import { useDesk } from '../store/desk.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './no-thread.module.css';

const keys = [
  { id: 'card.down', words: 'to the next thread' },
  { id: 'thread.open', words: 'to open it here' },
  { id: 'thread.claim', words: 'to make it yours' },
  { id: 'message.reply', words: 'to answer in public' },
  { id: 'help.open', words: 'for all keys' },
] as const;

const phoneKeys = [
  { id: 'phones.down', words: 'to the next call' },
  { id: 'phones.open', words: 'to open its thread here' },
  { id: 'call.dial', words: 'to call' },
  { id: 'phone.book', words: 'to book a time' },
  { id: 'help.open', words: 'for all keys' },
] as const;

export const NoThread = () => {
  const isPhones = useDesk(({ desk }) => desk === 'phones');
  return (
    <div className={styles.none}>
      <p className={styles.title}>No thread is open.</p>
      <ul className={styles.keys}>
        {(isPhones ? phoneKeys : keys).map(({ id, words }) => (
          <li key={id} className={styles.key}>
            <KeyCap id={id} /> {words}
          </li>
        ))}
      </ul>
    </div>
  );
};
