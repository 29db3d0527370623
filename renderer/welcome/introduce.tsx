import { useId, useState } from 'react';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Mark } from '../ui/mark.tsx';
import styles from '../ui/form.module.css';

// The same rule as shared/compose.ts, which is too heavy to load for a form.
const initialsPattern = /^\p{Lu}{2,3}$/u;

/** Who the public sees: a name for colleagues, initials for the signature. */
export const Introduce = () => {
  const me = useDesk((desk) => desk.me);
  const [name, setName] = useState(me.name);
  const [initials, setInitials] = useState(me.initials);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();
  const isSigned = initialsPattern.test(initials);

  const save = async (): Promise<void> => {
    try {
      set({ me: await call('agent.introduce', { name: name.trim(), initials }), overlay: null });
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  return (
    <Dialog title="My name and initials">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles.field}>
          <label className={styles.label} htmlFor={`${id}-name`}>
            Name
          </label>
          <input
            id={`${id}-name`}
            className={styles.input}
            value={name}
            maxLength={50}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
          <p className={styles.hint}>Your colleagues see it beside what you do.</p>
        </div>
        <div className={styles.field}>
          <label className={styles.label} htmlFor={`${id}-initials`}>
            Initials
          </label>
          <input
            id={`${id}-initials`}
            className={cx(styles.input, styles.short)}
            value={initials}
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setInitials(event.target.value.toLocaleUpperCase())}
          />
          <p className={styles.hint} id={`${id}-hint`}>
            Two or three letters. Your answers end with {isSigned ? `^${initials}` : 'them'}, so customers see
            a person.
          </p>
        </div>
        {trouble !== null && (
          <p className={styles.trouble} role="alert">
            <Mark shape="breached" /> {trouble}
          </p>
        )}
        <div className={styles.buttons}>
          <button type="button" className={styles.plain} onClick={() => set({ overlay: null })}>
            Leave as it is
          </button>
          <button type="submit" className={styles.primary} disabled={!isSigned || name.trim() === ''}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
};
