import { useEffect, useRef } from 'react';
import type { Connected } from '../../shared/api/accounts.ts';
import { set, useDesk } from '../store/desk.ts';
import { Directions } from './directions.tsx';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

/** What was found out about the new account, direction by direction. */
export const Tried = ({ connected: { accountId, handle } }: { connected: Connected }) => {
  const directions = useDesk(
    ({ accounts }) => accounts.find(({ account }) => account.id === accountId)?.directions,
  );
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  const isRefused = directions?.some(({ state }) => state === 'refused') === true;
  return (
    <div className={form.form}>
      <output>
        @{handle} is connected. {isRefused ? 'Not everything works:' : 'This was tried:'}
      </output>
      {directions !== undefined && <Directions all={directions} />}
      {isRefused && (
        <p className={styles.aside}>
          Change the permissions of your app at X, then sign in again. What works is used from now on.
        </p>
      )}
      <div className={form.buttons}>
        <button ref={done} type="button" className={form.primary} onClick={() => set({ overlay: null })}>
          Done
        </button>
      </div>
    </div>
  );
};
