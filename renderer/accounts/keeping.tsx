import { useEffect, useState } from 'react';
import type { Keeping, SignIns } from '../../shared/api/accounts.ts';
import { passphraseLeast } from '../../shared/sign-in.ts';
import { call } from '../call.ts';
import { Choices } from '../settings/parts.tsx';
import { Secret } from './secret.tsx';
import form from '../ui/form.module.css';

/** Where the tokens go, and what opens them. */
export type Kept = { keepIn: Keeping; passphrase: string; again: string };

export const useSignIns = (): SignIns | null => {
  const [signIns, setSignIns] = useState<SignIns | null>(null);
  useEffect(() => {
    void call('signIns.read', {}).then(setSignIns, () => undefined);
  }, []);
  return signIns;
};

/** Why it can't go on yet; null when it can. */
export const whyNotKept = (kept: Kept, { file }: SignIns): string | null => {
  if (kept.keepIn !== 'passphrase' || file === 'open') return null;
  if (kept.passphrase.length < passphraseLeast)
    return `A passphrase has ${passphraseLeast} characters or more.`;
  if (file === 'none' && kept.passphrase !== kept.again) return 'The two passphrases are not the same.';
  return null;
};

export const inputOf = ({ keepIn, passphrase }: Kept, { file }: SignIns) => ({
  keepIn,
  ...(keepIn === 'passphrase' && file !== 'open' && { passphrase }),
});

type Props = { signIns: SignIns; kept: Kept; onChange: (kept: Kept) => void };

/** Asked only where there is no keyring: with one there is nothing to decide. */
export const KeepingChoice = ({ signIns, kept, onChange }: Props) => {
  if (signIns.hasKeyring) return null;
  const change = (part: Partial<Kept>): void => onChange({ ...kept, ...part });
  return (
    <div className={form.form}>
      <Choices
        name="keeping"
        label="This machine has no keyring. Where the sign-in is kept:"
        isLegendShown
        value={kept.keepIn}
        options={options}
        onChange={(keepIn) => change({ keepIn })}
      />
      {kept.keepIn === 'passphrase' && signIns.file !== 'open' && (
        <>
          <Secret
            label="Passphrase"
            hint={
              signIns.file === 'locked'
                ? 'The one that keeps the other sign-ins of this machine.'
                : 'It is asked for at every start and kept nowhere: nobody can bring it back.'
            }
            isNew={signIns.file === 'none'}
            value={kept.passphrase}
            onChange={(passphrase) => change({ passphrase })}
          />
          {signIns.file === 'none' && (
            <Secret label="Once more" isNew value={kept.again} onChange={(again) => change({ again })} />
          )}
        </>
      )}
    </div>
  );
};

const options = [
  {
    value: 'passphrase',
    label: 'In a file behind a passphrase',
    hint: 'Asked for when Earshot starts, before this account is read.',
  },
  {
    value: 'run',
    label: 'For this run only',
    hint: 'You sign in again after every start. Nothing is written.',
  },
] as const;
