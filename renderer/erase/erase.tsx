import { useEffect, useRef, useState } from 'react';
import type { ErasePreview } from '../../shared/api/erase.ts';
import { failureOf } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { Switch } from '../settings/parts.tsx';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { Name } from '../text/name.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot, Trouble } from '../ui/form-foot.tsx';
import { dayName } from '../ui/time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { stays, thingWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './erase.module.css';

const close = (): void => set({ overlay: null });

/** Everything of a person, counted first; typed, because it can't be taken back. */
export const Erase = () => {
  const [threadId] = useState(() => threadInFocus(get())?.id ?? null);
  const { preview, trouble } = usePreview(threadId);
  return (
    <Dialog title="Erase a person" size="wide">
      <div className={styles.erase}>
        {trouble !== null && <Trouble words={trouble} />}
        {preview === null && trouble === null && <p className={form.hint}>Counting what there is…</p>}
        {preview !== null && <Shown preview={preview} />}
      </div>
    </Dialog>
  );
};

const usePreview = (threadId: ThreadId | null): { preview: ErasePreview | null; trouble: string | null } => {
  const [preview, setPreview] = useState<ErasePreview | null>(null);
  const [trouble, setTrouble] = useState(threadId === null ? 'Open a thread of theirs first.' : null);
  useEffect(() => {
    if (threadId === null) return undefined;
    let isOver = false;
    call('erase.preview', { threadId }).then(
      (answer) => isOver || setPreview(answer),
      (error: unknown) => isOver || setTrouble(failureOf(error).message),
    );
    return () => void (isOver = true);
  }, [threadId]);
  return { preview, trouble };
};

const Shown = ({ preview }: { preview: ErasePreview }) => {
  const { people, goes, obstacles, exports, customerId, firstAt, lastAt } = preview;
  const [typed, setTyped] = useState('');
  const [withExports, setWithExports] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const { trouble, attempt } = useAttempt(close);
  const field = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => (field.current ?? back.current)?.focus(), []);
  const handles = people.map(({ handle }) => handle.toLowerCase());
  const isTyped = handles.includes(typed.trim().replace(/^@/u, '').toLowerCase());
  const first = people[0]?.handle ?? '';
  const [now] = useState(Date.now);
  const erase = async (): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      await call('erase.begin', { customerId, handle: typed, withExports });
      return 'Being erased. The status line says when nothing is left.';
    });
    setBusy(false);
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped && !isBusy) void erase();
      }}
    >
      <p>
        {people.map(({ handle, name }, at) => (
          <span key={handle}>
            {at > 0 && ' and '}
            <Name className={styles.who}>{`@${handle}`}</Name> <Name className={styles.aside}>{name}</Name>
          </span>
        ))}
        {firstAt !== null && lastAt !== null && (
          <span className={styles.aside}> · {spanWords(firstAt, lastAt, now)}</span>
        )}
      </p>
      {/* What is longer than the window is scrolled by the keyboard, too. */}
      <div className={styles.columns} tabIndex={-1}>
        <section aria-label="What goes">
          <h3 className={styles.heading}>Goes, for good</h3>
          <dl className={styles.counts}>
            {goes.map(({ what, count }) => (
              <div key={what}>
                <dt>{thingWords[what][count === 1 ? 0 : 1]}</dt>
                <dd>{count.toLocaleString('en')}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label="What stays">
          <h3 className={styles.heading}>Stays</h3>
          <ul className={styles.stays}>
            {stays.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {exports.length > 0 && (
            <>
              <h3 className={styles.heading}>Exported files that hold something of them</h3>
              <Switch
                label="Delete these files too"
                hint="With what they hold of others. Copies that were made of them stay wherever they are."
                isOn={withExports}
                onChange={setWithExports}
              />
              <ul className={styles.stays}>
                {exports.map((file) => (
                  <li key={file} className={styles.file}>
                    {file}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      {obstacles.length > 0 ? (
        <>
          <Trouble words={`${obstacles.join(' ')} Nothing can be erased until then.`} />
          <div className={form.buttons}>
            <button type="button" className={form.plain} ref={back} onClick={close}>
              Leave as it is
            </button>
          </div>
        </>
      ) : (
        <>
          <Text
            label={`Type @${first} to erase this person`}
            hint="Should they write again, they are somebody new. What they wrote until now is never taken in again."
            maxLength={60}
            inputRef={field}
            value={typed}
            onChange={setTyped}
          />
          <FormFoot
            trouble={trouble}
            action={isBusy ? 'Beginning…' : 'Erase'}
            isOff={!isTyped || isBusy}
            onLeave={close}
          />
        </>
      )}
    </form>
  );
};

const spanWords = (from: number, to: number, now: number): string => {
  const [first, last] = [dayName(from, now), dayName(to, now)];
  return first === last ? first : `from ${first} to ${last}`;
};
