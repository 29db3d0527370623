import { useId, useState } from 'react';
import { abandonReasons, type AbandonReason } from '../../shared/model.ts';
import { call } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { asOwn } from '../store/own.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { reasonWords } from './words.ts';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

/** Nobody calls any more, and why. */
export const Abandon = () => {
  const about = useDesk(({ phone }) => (phone.about === null ? undefined : phone.rows.get(phone.about)));
  const [reason, setReason] = useState<AbandonReason>('unreachable');
  const close = (): void => set({ overlay: null });
  const { trouble, attempt } = useAttempt(close);
  const name = useId();
  if (!about) return null;

  const save = (): Promise<void> =>
    attempt(async () => {
      await asOwn(about.threadId, () => call('phone.abandon', { id: about.id, reason }));
      return `The call to ${about.name} is abandoned. Undo brings it back.`;
    });
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
        <FormFoot trouble={trouble} action="Abandon it" leave="Keep it" onLeave={close} />
      </form>
    </Dialog>
  );
};
