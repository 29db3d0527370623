import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { AccountId } from '../../shared/ids.ts';
import { here, readSnooze } from '../../shared/snooze.ts';
import { aheadWords, momentWords } from '../snooze/moment-words.ts';
import { useClock } from '../store/clock.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { draftOf, save } from './save.ts';
import { useLength } from './use-length.ts';
import styles from '../ui/form.module.css';

/** A message that is to leave later: its words, its time, and (of a post to nobody) the account it is said by. */
export const ScheduleForm = () => {
  const [draft] = useState(() => draftOf(get()));
  const accounts = useDesk((desk) => desk.accounts);
  const [accountId, setAccountId] = useState<AccountId | null>(
    draft.accountId ?? accounts[0]?.account.id ?? null,
  );
  const [text, setText] = useState(draft.text);
  const [typed, setTyped] = useState('');
  const words = useRef<HTMLTextAreaElement>(null);
  const when = useRef<HTMLInputElement>(null);
  // The words first where there are none. The dialog itself has chosen its first field by then.
  useEffect(() => (draft.text === '' ? words : when).current?.focus(), [draft]);
  const close = (): void => set({ overlay: null });
  const { trouble, setTrouble, attempt } = useAttempt(close);
  const now = useClock((at) => at);
  const length = useLength(draft.kind, text);
  const read = readSnooze(typed, now, here);
  const at = read?.until === 'moment' ? read.at : typed.trim() === '' ? draft.at : null;

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (at === null || accountId === null) return setTrouble('Say when: tomorrow 9, in 2h, mon 14:30.');
    void attempt(async () => {
      await save({ ...draft, accountId, text, at });
      return `Scheduled for ${momentWords(at)}. A second person has to approve it.`;
    });
  };
  return (
    <Dialog title={draft.title}>
      <form className={styles.form} onSubmit={submit}>
        {draft.threadId === null && draft.replaces === null && (
          <Field label="As">
            {(worn) => (
              <select
                {...worn}
                className={styles.input}
                value={accountId ?? ''}
                onChange={(event) => setAccountId(event.target.value as AccountId)}
              >
                {accounts.map(({ account }) => (
                  <option key={account.id} value={account.id}>
                    @{account.handle}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label="What it says" hint={length.words}>
          {(worn) => (
            <textarea
              {...worn}
              ref={words}
              className={styles.input}
              rows={5}
              dir="auto"
              value={text}
              spellCheck
              onChange={(event) => {
                setText(event.target.value);
                setTrouble(null);
              }}
            />
          )}
        </Field>
        <Field label="When" hint={whenHint(typed, read, at, now)}>
          {(worn) => (
            <input
              {...worn}
              ref={when}
              className={styles.input}
              placeholder={draft.at === null ? 'tomorrow 9, in 2h, mon 14:30' : momentWords(draft.at)}
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setTrouble(null);
              }}
            />
          )}
        </Field>
        <FormFoot
          trouble={trouble}
          action="Schedule"
          isOff={text.trim() === '' || at === null || length.isTooLong}
          leave="Cancel"
          onLeave={close}
        />
      </form>
    </Dialog>
  );
};

const whenHint = (
  typed: string,
  read: ReturnType<typeof readSnooze>,
  at: number | null,
  now: number,
): string => {
  if (read?.until === 'refused') return read.why;
  if (at !== null) return `${momentWords(at)} · ${aheadWords(at, now)}`;
  return typed.trim() === '' ? 'As you would say it.' : 'Not a time yet.';
};
