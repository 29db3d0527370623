import { useEffect, useRef } from 'react';
import type { SignInBegan } from '../../shared/api/accounts.ts';
import { notify } from '../store/notices.ts';
import { Field } from '../ui/field.tsx';
import form from '../ui/form.module.css';

/** The browser has the word. Its address is here too, for a machine on which none came up. */
export const Waiting = ({ began, onCancel }: { began: SignInBegan | null; onCancel: () => void }) => {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address);
    notify('The address is copied.');
  };
  return (
    <div className={form.form}>
      <output>
        {began?.isBrowserOpen === false
          ? 'No browser could be opened. Open this address in one on this machine, sign in to X as the brand and allow access.'
          : 'Waiting for your browser. Sign in to X there as the brand and allow access; this window goes on by itself.'}
      </output>
      {began !== null && (
        <Field
          label="Address of the sign-in"
          hint="If no browser came up: open it in one on this machine. It is good for five minutes."
        >
          {(worn) => (
            <input
              {...worn}
              className={form.input}
              readOnly
              value={began.address}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      )}
      <div className={form.buttons}>
        {began !== null && (
          <button type="button" className={form.plain} onClick={() => void copy(began.address)}>
            Copy the address
          </button>
        )}
        <button ref={cancel} type="button" className={form.plain} onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
};
