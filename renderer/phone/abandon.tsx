import { useId, useState } from 'react';
import { failureOf } from '../../shared/errors.ts';
import { abandonReasons, type AbandonReason } from '../../shared/model.ts';
import { call } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { Dialog } from '../ui/dialog.tsx';
import { reasonWords } from './words.ts';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

/** Nobody calls any more, and why. */
export const Abandon = () => {
  const about = useDesk(({ phone }) => (phone.about === null ? undefined : phone.rows.get(phone.about)));
  const [reason, setReason] = useState<AbandonReason>('unreachable');
  const [trouble, setTrouble] = useState<string | null>(null);
  const name = useId();
  if (!about) return null;

  const save = async (): Promise<void> => {
    try {
      await asOwn(about.threadId, () => call('phone.abandon', { id: about.id, reason }));
      set({ overlay: null });
      notify(`The call to ${about.name} is abandoned. Undo brings it back.`);
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  return (
    <Dialog title={`Abandon the call to ${about.name}`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset className={phone.reasons}>
          <legend className="spoken">Why</legend>
          {abandonReasons.map((one) => (
            <label key={one} className={phone.check}>
              <input type="radio" name={name} checked={one === reason} onChange={() => setReason(one)} />
              <span>{reasonWords[one]}</span>
            </label>
          ))}
        </fieldset>
        {trouble !== null && (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={styles.buttons}>
          <button type="button" className={styles.plain} onClick={() => set({ overlay: null })}>
            Keep it
          </button>
          <button type="submit" className={styles.primary}>
            Abandon it
          </button>
        </div>
      </form>
    </Dialog>
  );
};
