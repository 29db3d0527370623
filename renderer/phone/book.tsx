import { useState, type SyntheticEvent } from 'react';
import { here, readSnooze } from '../../shared/snooze.ts';
import { call } from '../call.ts';
import { aheadWords, momentWords } from '../snooze/moment-words.ts';
import { useClock } from '../store/clock.ts';
import { set, useDesk } from '../store/desk.ts';
import { asOwn } from '../store/own.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import styles from '../ui/form.module.css';

/** A time was agreed with the customer: typed as one says it. */
export const Book = () => {
  const about = useDesk(({ phone }) => (phone.about === null ? undefined : phone.rows.get(phone.about)));
  const [typed, setTyped] = useState('');
  const close = (): void => set({ overlay: null });
  const { trouble, setTrouble, attempt } = useAttempt(close);
  const now = useClock((at) => at);
  if (!about) return null;
  const read = readSnooze(typed, now, here);
  const at = read?.until === 'moment' ? read.at : null;

  const save = async (): Promise<void> => {
    if (at === null) return setTrouble('Say when: tomorrow 9, in 2h, mon 14:30.');
    await attempt(async () => {
      await asOwn(about.threadId, () => call('phone.book', { id: about.id, fromAt: at, untilAt: null }));
      return `The call to ${about.name} is booked for ${momentWords(at)}.`;
    });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog title={`Book the call to ${about.name}`}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.field}>
          <label className={styles.label} htmlFor="book-when">
            When
          </label>
          <input
            id="book-when"
            className={styles.input}
            placeholder="tomorrow 9, in 2h, mon 14:30"
            aria-describedby="book-preview"
            autoComplete="off"
            value={typed}
            // The dialog was asked for to type into it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(event) => setTyped(event.target.value)}
          />
          <output id="book-preview" className={styles.hint}>
            {at !== null && `${momentWords(at)} · ${aheadWords(at, now)}`}
            {read?.until === 'refused' && read.why}
            {at === null &&
              read?.until !== 'refused' &&
              (typed === '' ? 'As you would say it.' : 'Not a time yet.')}
          </output>
        </div>
        <FormFoot trouble={trouble} action="Book it" isOff={at === null} leave="Cancel" onLeave={close} />
      </form>
    </Dialog>
  );
};
