import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import { whyNot } from '../commands/available.ts';
import { runCommand } from '../commands/run.ts';
import { get, useDesk } from '../store/desk.ts';
import { RichText } from '../text/rich-text.tsx';
import { Mark, type Shape } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import styles from './mail.module.css';

type Props = {
  id: string;
  /** Which of the two desks it stands on: where its keys are. */
  region: 'outbox' | 'scheduled';
  isFirst: boolean;
  isOpen: boolean;
  /** A later part of a chain: it stands under the one before. */
  isFurther?: boolean;
  to: ReactNode;
  about: ReactNode;
  when: ReactNode;
  text: string;
  tone: Shape;
  state: ReactNode;
  children?: ReactNode;
  /** In the order in which they are offered; what can't be done now is left out. */
  buttons: readonly (readonly [command: CommandId, label: string])[];
  open: CommandId;
  onFocus: () => void;
};

/** One message that leaves: to whom, what it says, where it stands, and what can be done about it. */
export const MailRow = (props: Props) => {
  const { id, region, isFirst, isOpen, isFurther = false, text, tone, buttons, open, onFocus } = props;
  const isFocused = useDesk(({ mail }) => mail[region] === id);
  const hasKeyboard = useDesk(
    (desk) =>
      desk.desk === region && desk.region === region && desk.overlay === null && desk.mail[region] === id,
  );
  const isReachable = useDesk(({ mail }) => (mail[region] === null ? isFirst : mail[region] === id));
  const row = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (hasKeyboard && !row.current?.contains(document.activeElement)) row.current?.focus();
  }, [hasKeyboard]);
  const can = isFocused ? buttons.filter(([command]) => whyNot(command, get()) === null) : [];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={row}
      className={styles.row}
      // Enter and the double press are the same command.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isReachable ? 0 : -1}
      aria-labelledby={`${id}-to`}
      data-mail-id={id}
      data-focused={isFocused || undefined}
      data-open={isOpen || undefined}
      data-further={isFurther || undefined}
      onFocus={onFocus}
      onDoubleClick={() => runCommand(open)}
    >
      <p className={styles.who}>
        <span className={styles.to} id={`${id}-to`}>
          {props.to}
        </span>
        <span className={styles.about}>{props.about}</span>
        <span className={styles.when}>{props.when}</span>
      </p>
      <div className={styles.text} dir="auto">
        <RichText text={text} lang={null} />
      </div>
      <p className={styles.state}>
        <Mark className={styles[tone]} shape={tone} /> <span>{props.state}</span>
      </p>
      {props.children}
      {can.length > 0 && (
        <div className={styles.buttons}>
          {can.map(([command, label]) => (
            <button
              key={command}
              type="button"
              className={styles.button}
              title={titled(command)}
              onClick={() => runCommand(command)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </article>
  );
};
