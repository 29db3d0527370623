import { useId, useState } from 'react';
import type { AccountId, AgentId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { initialsOf, successorsAmong } from './colleagues.ts';
import form from '../ui/form.module.css';

/** Exactly one person is accountable for an account: the one who holds its baton. */
export const Baton = () => {
  const id = useId();
  const me = useDesk((desk) => desk.me);
  const agents = useDesk((desk) => desk.agents);
  const accounts = useDesk((desk) => desk.accounts)
    .map(({ account }) => account)
    .filter(({ batonId }) => batonId === me.id || iMay({ me }, 'thread.assign'));
  const [accountId, setAccountId] = useState<AccountId | undefined>(
    () => (accounts.find(({ batonId }) => batonId === me.id) ?? accounts[0])?.id,
  );
  const account = accounts.find((one) => one.id === accountId);
  const people = successorsAmong({ agents }, account?.batonId ?? null);
  const [chosen, setTo] = useState<AgentId | undefined>();
  const to = people.find((agent) => agent.id === chosen) ?? people[0];
  const close = (): void => set({ overlay: null });
  const { trouble, attempt } = useAttempt(close);

  const pass = async (): Promise<void> => {
    if (!account || !to) return;
    await attempt(async () => {
      await call('baton.pass', { accountId: account.id, to: to.id });
      return `${to.name} holds the baton for @${account.handle}.`;
    });
  };
  return (
    <Dialog title="Pass the baton">
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void pass();
        }}
      >
        {accounts.length > 1 && (
          <div className={form.field}>
            <label className={form.label} htmlFor={`${id}-account`}>
              Account
            </label>
            <select
              id={`${id}-account`}
              className={form.input}
              value={accountId}
              onChange={({ target }) => setAccountId(target.value as AccountId)}
            >
              {accounts.map(({ id: one, handle }) => (
                <option key={one} value={one}>
                  @{handle}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className={form.field}>
          <label className={form.label} htmlFor={`${id}-to`}>
            Accountable for @{account?.handle} from now on
          </label>
          <select
            id={`${id}-to`}
            className={form.input}
            value={to?.id}
            onChange={({ target }) => setTo(target.value as AgentId)}
          >
            {people.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name} ^{agent.initials}
              </option>
            ))}
          </select>
          <p className={form.hint}>
            Only people on duty. Now: {initialsOf({ agents }, account?.batonId ?? null) ?? 'nobody'}.
          </p>
        </div>
        <FormFoot trouble={trouble} action="Pass it on" isOff={!account || !to} onLeave={close} />
      </form>
    </Dialog>
  );
};
