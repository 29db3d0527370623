import { useState, type SyntheticEvent } from 'react';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import styles from '../ui/form.module.css';

/** Has the whole log walked, beside the work. */
export const VerifyLog = () => {
  const [fingerprint, setFingerprint] = useState('');
  const close = (): void => set({ overlay: null });
  const { trouble, attempt } = useAttempt(close);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      const typed = fingerprint.trim();
      await call('audit.verify', { fingerprint: typed === '' ? null : typed });
      return 'The log is being verified. What comes of it is told here.';
    });
  };
  return (
    <Dialog title="Verify the log">
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.hint}>
          Every row is read and compared with its hash, with the row before it, and with what was kept apart
          from this file. Work goes on meanwhile.
        </p>
        <Text
          label="A fingerprint that was written down"
          hint="Not needed. With one it is said which row it stands for, or that it stands for none."
          value={fingerprint}
          maxLength={60}
          onChange={setFingerprint}
        />
        <FormFoot trouble={trouble} action="Verify" isOff={false} leave="Cancel" onLeave={close} />
      </form>
    </Dialog>
  );
};
