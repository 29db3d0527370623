import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import styles from './form.module.css';

/** What went wrong, by shape, colour and words; it is spoken when it comes. */
export const Trouble = ({ words }: { words: string | null }) =>
  words !== null && (
    <p className={styles.trouble} role="alert">
      <Mark shape="breached" /> {words}
    </p>
  );

type Props = {
  trouble: string | null;
  /** What the form does. */
  action?: string;
  title?: string;
  isOff?: boolean;
  leave?: string;
  onLeave: () => void;
  /** Set apart from the two that everybody presses: what removes, or leads elsewhere. */
  children?: ReactNode;
};

/** How every form ends: what went wrong, the way out, and what it is for. */
export const FormFoot = ({
  trouble,
  action = 'Save',
  title,
  isOff = false,
  leave = 'Leave as it is',
  onLeave,
  children,
}: Props) => (
  <>
    <Trouble words={trouble} />
    <div className={styles.buttons}>
      {children !== undefined && <span className={styles.apart}>{children}</span>}
      <button type="button" className={styles.plain} onClick={onLeave}>
        {leave}
      </button>
      <button type="submit" className={styles.primary} title={title} disabled={isOff}>
        {action}
      </button>
    </div>
  </>
);
