import { useEffect, useRef, useState } from 'react';
import type { AccountId } from '../../shared/ids.ts';
import { prices, usd } from '../../shared/prices.ts';
import { whoMay } from '../../shared/roles.ts';
import { runCommand } from '../commands/run.ts';
import { save } from '../commands/settings.ts';
import { Group, Switch } from '../settings/parts.tsx';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { AccountRow } from './account-row.tsx';
import { Archives } from './archives.tsx';
import { LookingAgain } from './looking-again.tsx';
import { RemoveAccount } from './remove-account.tsx';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

const lookingAgain =
  'What was deleted or edited on X is learned of by asking for it again: open threads first, then the last 30 days. ' +
  `X asks ${usd(prices.readPost)} for a post and ${usd(prices.readUser)} for its author, and as much for what it answers, once a day.`;

/** The brands of this desk: what each may do, where its sign-in is, and what is left of those that went. */
export const AccountSettings = () => {
  const accounts = useDesk((desk) => desk.accounts);
  const mayManage = useDesk((desk) => iMay(desk, 'account.manage'));
  const showImages = useDesk((desk) => desk.settings.showImages);
  const [removing, setRemoving] = useState<AccountId | null>(null);
  const [left, setLeft] = useState<AccountId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // The keyboard goes back to where it came from; to the way in, when that is gone.
  useEffect(() => {
    if (removing !== null || left === null) return;
    const back = list.current?.querySelector<HTMLElement>(`[data-remove="${left}"]`);
    (back ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
  }, [removing, left]);

  const leaving = accounts.find(({ account }) => account.id === removing);
  if (leaving) {
    return (
      <RemoveAccount
        account={leaving.account}
        onDone={() => {
          setLeft(removing);
          setRemoving(null);
        }}
      />
    );
  }
  return (
    <div ref={list}>
      <div className={styles.above}>
        <p className={styles.aside}>
          {mayManage
            ? 'Each direction is tried apart: one may be refused while the others work.'
            : `Only ${whoMay('account.manage')} may change the accounts.`}
        </p>
        {mayManage && (
          <button type="button" className={form.plain} onClick={() => runCommand('account.connect')}>
            Connect an account
          </button>
        )}
      </div>
      {accounts.length === 0 ? (
        <p className={styles.none}>No account is connected. Nothing is read or sent.</p>
      ) : (
        <ul className={styles.list} aria-label="Accounts of this desk">
          {accounts.map((state) => (
            <AccountRow
              key={state.account.id}
              state={state}
              mayManage={mayManage}
              onRemove={() => setRemoving(state.account.id)}
            />
          ))}
        </ul>
      )}
      {/* One that was removed or connected again changes how many accounts there are. */}
      <Archives key={accounts.length} mayManage={mayManage} />
      <Group title="Looking again" hint={lookingAgain}>
        <LookingAgain />
      </Group>
      <Group title="Pictures">
        <Switch
          label="Show pictures in threads"
          hint="They are fetched by Earshot from the network alone, checked, and kept for a day. Off: one at a time, when you ask for it."
          isOn={showImages}
          onChange={(isOn) => void save({ showImages: isOn })}
        />
      </Group>
    </div>
  );
};
