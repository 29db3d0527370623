import { useEffect, useId, useRef, useState } from 'react';
import { failureOf, type Failure } from '../../shared/errors.ts';
import { loopbackPorts, redirectAddress } from '../../shared/sign-in.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Mark } from '../ui/mark.tsx';
import styles from '../ui/form.module.css';

type Step = { at: 'asking'; trouble: Failure | null } | { at: 'waiting' };

/** Connecting to X: the client ID of the brand's own app, then the browser. */
export const Connect = () => {
  const [step, setStep] = useState<Step>({ at: 'asking', trouble: null });
  const [clientId, setClientId] = useState('');
  const isClosed = useRef(false);
  useEffect(
    () => () => {
      isClosed.current = true;
    },
    [],
  );

  const connect = async (forThisRunOnly = false): Promise<void> => {
    setStep({ at: 'waiting' });
    try {
      const { handle } = await call('account.connect', { clientId: clientId.trim(), forThisRunOnly });
      notify(`@${handle} is connected.`);
      if (!isClosed.current) set({ overlay: null });
    } catch (error) {
      if (!isClosed.current) setStep({ at: 'asking', trouble: failureOf(error) });
    }
  };
  const stop = (): void => {
    void call('account.cancelConnect', {}).catch(() => undefined);
    setStep({ at: 'asking', trouble: null });
  };

  return (
    <Dialog title="Connect an account on X">
      {step.at === 'waiting' ? (
        <Waiting onStop={stop} />
      ) : (
        <Asking
          clientId={clientId}
          trouble={step.trouble}
          onChange={setClientId}
          onConnect={(forThisRunOnly) => void connect(forThisRunOnly)}
        />
      )}
    </Dialog>
  );
};

type AskingProps = {
  clientId: string;
  trouble: Failure | null;
  onChange: (clientId: string) => void;
  onConnect: (forThisRunOnly: boolean) => void;
};

const Asking = ({ clientId, trouble, onChange, onConnect }: AskingProps) => {
  const id = useId();
  // Asked, and only then: without a keyring the sign-in is kept for this run, never on disk.
  const hasNoKeyring = trouble?.code === 'no-keyring';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onConnect(hasNoKeyring);
      }}
    >
      <p>
        Earshot talks to X through an app of your own, so that your allowance and your customers’ messages
        stay yours. Create one in the X developer portal as a native app with OAuth 2.0, register these
        redirect addresses with it, then enter its client ID.
      </p>
      <ul className={styles.addresses} aria-label="Redirect addresses">
        {loopbackPorts.map((port) => (
          <li key={port}>
            <code>{redirectAddress(port)}</code>
          </li>
        ))}
      </ul>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          Client ID
        </label>
        <input
          id={id}
          className={styles.input}
          value={clientId}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
        />
        <p className={styles.hint} id={`${id}-hint`}>
          It is not a secret. You sign in at X itself, in your browser; Earshot never sees the password.
        </p>
      </div>
      {trouble !== null && (
        <p className={styles.trouble} role="alert">
          <Mark shape="breached" /> {trouble.message}
        </p>
      )}
      <div className={styles.buttons}>
        <button type="button" className={styles.plain} onClick={() => set({ overlay: null })}>
          Not now
        </button>
        <button type="submit" className={styles.primary} disabled={clientId.trim() === ''}>
          {hasNoKeyring ? 'Go on for this run only' : 'Continue in the browser'}
        </button>
      </div>
    </form>
  );
};

const Waiting = ({ onStop }: { onStop: () => void }) => (
  <div className={styles.form}>
    <output>
      Waiting for your browser. Sign in to X there as the brand and allow access; this window goes on by
      itself.
    </output>
    <div className={styles.buttons}>
      <button type="button" className={styles.plain} onClick={onStop}>
        Cancel
      </button>
    </div>
  </div>
);
