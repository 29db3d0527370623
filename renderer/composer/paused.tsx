import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Account } from '../../shared/model.ts';
import { whoMay } from '../../shared/roles.ts';
import { nothingIsSent } from '../accounts/standstill.ts';
import { call } from '../call.ts';
import { reauthorise } from '../commands/accounts.ts';
import { runCommand } from '../commands/run.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Mark } from '../ui/mark.tsx';
import styles from './stopped.module.css';

type Props = {
  /** Null: it is no longer on this desk. */
  account: Account | null;
  why: string;
};

/** Why nothing leaves from here, said once, and the way out of it for who may take it. */
export const Paused = ({ account, why }: Props) => {
  const mayManage = useDesk((desk) => iMay(desk, 'account.manage'));
  const isLocked = useLocked(mayManage ? account : null);
  const box = useRef<HTMLDivElement>(null);
  // It goes when the account goes on, and the button that had the keyboard with it.
  useLayoutEffect(() => {
    const here = box.current;
    return () => {
      if (here?.contains(document.activeElement) === true) set({ wantsFocus: 'composer' });
    };
  }, []);
  return (
    <div ref={box} className={`${styles.stopped} ${styles.paused}`} role="alert">
      <p>
        <Mark className={styles.mark} shape="breached" /> {nothingIsSent(why)}
        {account !== null && !mayManage && ` Only ${whoMay('account.manage')} may sign it in again.`}
      </p>
      {account !== null && mayManage && (
        <button
          type="button"
          className={styles.button}
          aria-label={isLocked ? undefined : `Sign in again as @${account.handle}`}
          onClick={() => void (isLocked ? unlock() : signIn(account))}
        >
          {isLocked ? 'Unlock the sign-ins…' : 'Sign in again'}
        </button>
      )}
    </div>
  );
};

const signIn = async (account: Account): Promise<void> => {
  await reauthorise(account);
  backToText();
};

const unlock = (): void => {
  runCommand('signIns.unlock');
  backToText();
};

/** Whoever went through a dialog and comes back to find the button gone goes on writing. */
const backToText = (): void => {
  if (get().overlay === null) return;
  const stop = useDesk.subscribe(({ overlay }) => {
    if (overlay !== null) return;
    stop();
    setTimeout(() => {
      if (document.activeElement === document.body) set({ wantsFocus: 'composer' });
    });
  });
};

/** Its sign-in is here, behind a passphrase that was not given yet: there is no need for another. */
const useLocked = (account: Account | null): boolean => {
  const [isLocked, setLocked] = useState(false);
  const id = account?.id;
  useEffect(() => {
    if (id === undefined) return;
    Promise.all([call('account.details', { accountId: id }), call('signIns.read', {})])
      .then(([{ keptIn }, { file }]) => setLocked(keptIn === 'passphrase' && file === 'locked'))
      // Signing in again is offered then: that works whatever is kept.
      .catch(() => undefined);
  }, [id]);
  return isLocked;
};
