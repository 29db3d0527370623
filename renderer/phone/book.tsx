import { useState } from 'react';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { Dialog } from '../ui/dialog.tsx';
import { halfHourAfter } from './moment.ts';
import { noWindow, TimeFields, windowOf } from './window-field.tsx';
import { whenWords } from './words.ts';
import styles from '../ui/form.module.css';

/** A time was agreed with the customer. */
export const Book = () => {
  const about = useDesk(({ phone }) => (phone.about === null ? undefined : phone.rows.get(phone.about)));
  const [now] = useState(() => Date.now());
  const [window, setWindow] = useState(() => ({
    ...noWindow,
    isAny: false,
    from: halfHourAfter(now),
  }));
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!about) return null;
  const times = windowOf(window, now);

  const save = async (): Promise<void> => {
    if (times?.fromAt == null)
      return setTrouble('The window ends before it begins. Say from when until when.');
    const { fromAt, untilAt } = times;
    try {
      await asOwn(about.threadId, () => call('phone.book', { id: about.id, fromAt, untilAt }));
      set({ overlay: null });
      notify(`The call to ${about.name} is booked for ${whenWords(fromAt, Date.now())}.`);
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  return (
    <Dialog title={`Book the call to ${about.name}`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TimeFields value={window} onChange={setWindow} />
        {trouble !== null && (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={styles.buttons}>
          <button type="button" className={styles.plain} onClick={() => set({ overlay: null })}>
            Cancel
          </button>
          <button type="submit" className={styles.primary}>
            Book it
          </button>
        </div>
      </form>
    </Dialog>
  );
};
