import type { CommandId } from '../../shared/commands.ts';
import { isOpen, type Card } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import styles from './actions.module.css';

/** What can be done with the thread; the same commands as the keys. */
export const Actions = ({ card }: { card: Card }) => {
  const isMine = useDesk((desk) => card.assigneeId === desk.me.id);
  const isWide = useDesk((desk) => desk.isReadingWide);
  const isClosed = !isOpen(card.status);
  return (
    <div className={styles.actions} role="toolbar" aria-label="Thread">
      {!isClosed && !isMine && <Action id="thread.claim" words="Claim" />}
      {!isClosed && isMine && <Action id="thread.release" words="Give back" />}
      {isClosed ? (
        <Action id="thread.reopen" words="Reopen" />
      ) : (
        <Action id="thread.resolve" words="Resolve" />
      )}
      <Action id="thread.openOnNetwork" words="Open on X" />
      <span className={styles.gap} />
      <Action id="pane.readWide" words={isWide ? 'Narrow' : 'Widen'} />
      <Action id="thread.back" words="Close" />
    </div>
  );
};

const Action = ({ id, words }: { id: CommandId; words: string }) => (
  <button type="button" className={styles.action} title={titled(id)} onClick={() => runCommand(id)}>
    {words} <KeyCap id={id} />
  </button>
);
