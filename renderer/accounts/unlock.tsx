import { useEffect, useRef, useState } from 'react';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { plural } from '../ui/number.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { Secret } from './secret.tsx';
import form from '../ui/form.module.css';

/** Sign-ins behind a passphrase: asked for at the start, and again until it fits or the person goes without. */
export const Unlock = () => {
  const [passphrase, setPassphrase] = useState('');
  const [isTrying, setTrying] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { trouble, attempt } = useAttempt(() => set({ overlay: null }));
  const unlock = async (): Promise<void> => {
    setTrying(true);
    await attempt(async () => {
      const { accounts } = await call('signIns.unlock', { passphrase });
      return accounts === 0 ? 'The sign-ins are unlocked.' : `${plural(accounts, 'account')} unlocked.`;
    });
    setTrying(false);
    field.current?.select();
  };
  return (
    <Dialog title="Unlock the sign-ins">
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <p>
          The sign-ins of this machine are behind a passphrase. Until it is entered nothing is read or sent;
          everything that is here can be read.
        </p>
        <Secret label="Passphrase" inputRef={field} value={passphrase} onChange={setPassphrase} />
        <FormFoot
          trouble={trouble}
          action={isTrying ? 'Unlocking…' : 'Unlock'}
          leave="Read only for now"
          isOff={passphrase === '' || isTrying}
          onLeave={() => set({ overlay: null })}
        />
      </form>
    </Dialog>
  );
};
