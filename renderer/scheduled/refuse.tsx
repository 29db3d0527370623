import { useState, type SyntheticEvent } from 'react';
import { call } from '../call.ts';
import { scheduleInFocus } from '../commands/schedules.ts';
import { set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import styles from '../ui/form.module.css';

/** Its author reads why, and may write it anew. */
export const RefuseSchedule = () => {
  const one = useDesk(scheduleInFocus);
  const [reason, setReason] = useState('');
  const close = (): void => set({ overlay: null });
  const { trouble, attempt } = useAttempt(close);
  if (!one) return null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void attempt(async () => {
      await call('schedule.refuse', { id: one.id, revision: one.revision, reason });
      return 'Refused. Its author sees why.';
    });
  };
  return (
    <Dialog title="Refuse this message">
      <form className={styles.form} onSubmit={submit}>
        <Text label="Why" hint="Its author reads this." value={reason} maxLength={400} onChange={setReason} />
        <FormFoot
          trouble={trouble}
          action="Refuse"
          isOff={reason.trim() === ''}
          leave="Cancel"
          onLeave={close}
        />
      </form>
    </Dialog>
  );
};
