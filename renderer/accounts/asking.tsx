import { useEffect, useRef, useState } from 'react';
import type { SignIns } from '../../shared/api/accounts.ts';
import type { Account } from '../../shared/model.ts';
import { loopbackPorts, redirectAddress } from '../../shared/sign-in.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { KeepingChoice, whyNotKept, type Kept } from './keeping.tsx';
import { permissions } from './words.ts';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

export type Asked = { clientId: string; kept: Kept };

type Props = {
  /** The account that signs in again; undefined: a new one. */
  again: Account | undefined;
  signIns: SignIns;
  trouble: string | null;
  onAsk: (asked: Asked) => void;
};

/** The client ID of the brand's own app, what it will be allowed, and where the sign-in goes. */
export const Asking = ({ again, signIns, trouble, onAsk }: Props) => {
  const [clientId, setClientId] = useState('');
  const [kept, setKept] = useState<Kept>(() => ({
    keepIn: signIns.hasKeyring ? 'keyring' : 'passphrase',
    passphrase: '',
    again: '',
  }));
  const [unfit, setUnfit] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const againId = again?.id;
  // The app it was connected with is most likely still the one.
  useEffect(() => {
    if (againId === undefined) return;
    void call('account.details', { accountId: againId }).then(
      ({ clientId: known, keptIn }) => {
        setClientId((typed) => (typed === '' ? (known ?? '') : typed));
        if (keptIn !== null) setKept((before) => ({ ...before, keepIn: keptIn }));
      },
      () => undefined,
    );
  }, [againId]);

  return (
    <div className={cx(again === undefined && styles.beside)}>
      {again === undefined && <HowTo />}
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          const why = whyNotKept(kept, signIns);
          setUnfit(why);
          if (why === null) onAsk({ clientId: clientId.trim(), kept });
        }}
      >
        {again !== undefined && <SameAccount account={again} />}
        <Text
          label="Client ID"
          hint="It is not a secret. You sign in at X itself, in your browser; Earshot never sees the password."
          maxLength={200}
          inputRef={first}
          value={clientId}
          onChange={setClientId}
        />
        <KeepingChoice signIns={signIns} kept={kept} onChange={setKept} />
        <FormFoot
          trouble={unfit ?? trouble}
          action="Continue in the browser"
          leave="Not now"
          isOff={clientId.trim() === ''}
          onLeave={() => set({ overlay: null })}
        />
      </form>
    </div>
  );
};

const HowTo = () => (
  <div className={form.form}>
    <p>
      Earshot talks to X through an app of your own, so that your allowance and your customers’ messages stay
      yours.
    </p>
    <ol className={styles.steps}>
      <li>In the X developer portal create an app: native, with OAuth 2.0, and no client secret.</li>
      <li>
        Register these redirect addresses with it, to the letter:
        <ul className={form.addresses} aria-label="Redirect addresses">
          {loopbackPorts.map((port) => (
            <li key={port}>
              <code>{redirectAddress(port)}</code>
            </li>
          ))}
        </ul>
      </li>
      <li>
        X will ask you to allow this, and no more:
        <dl className={styles.permissions}>
          {permissions.map(({ scopes, why }) => (
            <div key={scopes}>
              <dt>
                <code>{scopes}</code>
              </dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </li>
      <li>Enter the app’s client ID, and sign in as the brand.</li>
    </ol>
  </div>
);

const SameAccount = ({ account: { handle, pausedBecause } }: { account: Account }) => (
  <p>
    {pausedBecause !== null && `${pausedBecause} `}Sign in to X as @{handle}. Its threads, queue and drafts
    stay as they are.
  </p>
);
