import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/api.ts';
import type { Account } from '../../shared/model.ts';
import { call } from '../call.ts';
import { Choices } from '../settings/parts.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { plural } from '../ui/number.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { useDetails } from './account-row.tsx';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

type Asked = Input<'account.remove'>;
type Archive = Asked['archive'];

/** What becomes of an account's history is decided by who removes it, never by default. */
export const RemoveAccount = ({ account, onDone }: { account: Account; onDone: () => void }) => {
  const { id, handle } = account;
  const details = useDetails(id);
  const [archive, setArchive] = useState<Archive | null>(null);
  const [openThreads, setOpenThreads] = useState<'keep' | 'close'>('keep');
  const [typed, setTyped] = useState('');
  const [isRemoving, setRemoving] = useState(false);
  const { trouble, attempt } = useAttempt(onDone);
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => top.current?.querySelector('input')?.focus(), []);
  const isTyped = typed.trim().replace(/^@/u, '').toLowerCase() === handle.toLowerCase();
  const isReady = archive === 'keep' || (archive === 'delete' && isTyped);

  const remove = async (): Promise<void> => {
    if (archive === null) return;
    setRemoving(true);
    await attempt(async () => {
      const asked: Asked = {
        accountId: id,
        archive,
        // What is deleted need not be closed first.
        openThreads: archive === 'keep' ? openThreads : 'keep',
        ...(archive === 'delete' && { handle: typed }),
      };
      const { isSignedOut } = await call('account.remove', asked);
      return isSignedOut
        ? `@${handle} is removed, and signed out at X.`
        : `@${handle} is removed. X could not be told: end the app’s access in the settings of the account at X.`;
    });
    setRemoving(false);
  };
  return (
    <form
      ref={top}
      className={form.form}
      aria-label={`Remove @${handle}`}
      onSubmit={(event) => {
        event.preventDefault();
        void remove();
      }}
    >
      <h3 className={styles.handle}>Remove @{handle} from this desk</h3>
      <p>
        Nothing is read or sent for it any more, and its sign-in is deleted from this machine.
        {details !== null &&
          details.unsent > 0 &&
          ` ${plural(details.unsent, 'message')} not sent yet become drafts again.`}
      </p>
      <Choices<Archive | ''>
        name="archive"
        label="Its history"
        isLegendShown
        value={archive ?? ''}
        options={[
          {
            value: 'keep',
            label: 'Keep it to be read',
            hint: `${amount(details?.messages)} and all that colleagues noted stay on this disk. Connected again, the account goes on with it.`,
          },
          {
            value: 'delete',
            label: 'Delete everything of it',
            hint: 'Messages, notes, drafts, numbers, and customers nobody else knows. It can’t be taken back.',
          },
        ]}
        onChange={(chosen) => chosen !== '' && setArchive(chosen)}
      />
      {archive === 'keep' && details !== null && details.openThreads > 0 && (
        <Choices
          name="openThreads"
          label={`${plural(details.openThreads, 'open thread')} of it`}
          isLegendShown
          value={openThreads}
          options={[
            { value: 'keep', label: 'Leave open', hint: 'They stay in the columns; nobody can be answered.' },
            { value: 'close', label: 'Resolve', hint: 'Undo opens them again.' },
          ]}
          onChange={setOpenThreads}
        />
      )}
      {archive === 'delete' && (
        <Text
          label={`Type @${handle} to delete everything of it`}
          maxLength={60}
          value={typed}
          onChange={setTyped}
        />
      )}
      <FormFoot
        trouble={trouble}
        action={isRemoving ? 'Removing…' : archive === 'delete' ? 'Remove and delete' : 'Remove'}
        isOff={!isReady || isRemoving}
        onLeave={onDone}
      />
    </form>
  );
};

const most = 100_000;
const amount = (messages: number | undefined): string => {
  if (messages === undefined) return 'Its messages';
  return messages >= most ? 'More than 100,000 messages' : plural(messages, 'message');
};
