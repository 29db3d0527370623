import type { CommandId } from '../../shared/commands.ts';
import { isOpen, type Card } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import { More } from './more.tsx';
import styles from './actions.module.css';

/** What is done most with a thread; the rest is one step away, and all of it has a key or a name in the palette. */
export const Actions = ({ card }: { card: Card }) => {
  const isMine = useDesk((desk) => card.assigneeId === desk.me.id);
  const isClosed = !isOpen(card.status);
  return (
    <div className={styles.actions} role="toolbar" aria-label="Thread">
      {isClosed ? (
        <Action id="thread.reopen" words="Reopen" />
      ) : (
        <>
          {isMine ? (
            <Action id="thread.release" words="Give back" />
          ) : (
            <Action id="thread.claim" words="Claim" />
          )}
          <Action id="thread.resolve" words="Resolve" />
          {card.status === 'snoozed' ? (
            <Action id="thread.wake" words="Wake" />
          ) : (
            <Action id="thread.snooze" words="Snooze" />
          )}
        </>
      )}
      <Action id="note.write" words="Note" isRoomy />
      <Action id="thread.tag" words="Tag" isRoomy />
      <More />
      <span className={styles.gap} />
      <Action id="thread.back" words="Close" />
    </div>
  );
};

type ActionProps = {
  id: CommandId;
  words: string;
  /** Only where there is room; it is in the menu in any case. */
  isRoomy?: boolean;
};

const Action = ({ id, words, isRoomy = false }: ActionProps) => (
  <button
    type="button"
    className={cx(styles.action, isRoomy && styles.roomy)}
    title={titled(id)}
    onClick={() => runCommand(id)}
  >
    {words} <KeyCap id={id} />
  </button>
);
