import { useState, type SyntheticEvent } from 'react';
import { here, readSnooze, type Snooze as Read } from '../../shared/snooze.ts';
import { applyAction } from '../commands/apply.ts';
import { useClock } from '../store/clock.ts';
import { get, set } from '../store/desk.ts';
import { targets } from '../store/targets.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { aheadWords, momentWords } from './moment-words.ts';
import pick from '../ui/pick.module.css';
import styles from './snooze.module.css';

const quick = ['in 1 hour', 'tonight', 'tomorrow 9', 'next week', 'when they answer'] as const;

/** Puts a thread out of sight until a moment, typed as one says it, or until the customer writes. */
export const Snooze = () => {
  const [on] = useState(() => targets(get()));
  const [typed, setTyped] = useState('');
  const now = useClock((at) => at);
  const read = readSnooze(typed, now, here);

  const snooze = (text: string): void => {
    const meant = readSnooze(text, Date.now(), here);
    if (meant === null || meant.until === 'refused') return setTyped(text);
    set({ overlay: null });
    void applyAction({ do: 'snooze', until: meant.until === 'moment' ? meant.at : null }, on);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    snooze(typed);
  };
  const many = on !== null && on.only === null ? ` ${on.count.toLocaleString('en')} threads` : '';
  return (
    <Dialog title={`Snooze${many} until`}>
      <form onSubmit={submit}>
        <input
          className={pick.input}
          aria-label="Until when"
          aria-describedby="snooze-preview"
          placeholder="tomorrow 9, in 2h, mon 14:30, when they answer"
          value={typed}
          // The dialog was asked for to type into it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <output id="snooze-preview" className={cx(styles.preview, read?.until === 'refused' && styles.refused)}>
        <Preview typed={typed} read={read} now={now} />
      </output>
      <div className={styles.quick}>
        {quick.map((text) => (
          <button key={text} type="button" className={styles.choice} onClick={() => snooze(text)}>
            {text}
          </button>
        ))}
      </div>
    </Dialog>
  );
};

const Preview = ({ typed, read, now }: { typed: string; read: Read | null; now: number }) => {
  if (typed.trim() === '')
    return <span className={styles.far}>A customer who writes wakes it in any case.</span>;
  if (read === null) return <span className={styles.far}>Not a time yet.</span>;
  if (read.until === 'answer') return <>When the customer writes again</>;
  if (read.until === 'refused') return <>{read.why}</>;
  return (
    <>
      {momentWords(read.at)} <span className={styles.far}>· {aheadWords(read.at, now)}</span>
    </>
  );
};
