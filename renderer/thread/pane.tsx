import { useRef } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { DeadlineLine } from '../clocks/deadline-line.tsx';
import { runCommand } from '../commands/run.ts';
import { Writing } from '../composer/writing.tsx';
import { NoteBox } from '../notes/note-box.tsx';
import { useDesk } from '../store/desk.ts';
import { readThread } from '../store/thread.ts';
import { titled } from '../ui/titled.ts';
import { useWantedFocus } from '../ui/use-wanted-focus.ts';
import { Actions } from './actions.tsx';
import { CustomerCard } from './customer-card.tsx';
import { Customer } from './customer.tsx';
import { Messages } from './messages.tsx';
import { sections } from './sections.ts';
import styles from './pane.module.css';

export const Pane = ({ id }: { id: ThreadId }) => {
  const phase = useDesk((desk) => desk.thread?.phase);
  const card = useDesk((desk) => desk.cards.get(id));
  const pane = useRef<HTMLDivElement>(null);
  useWantedFocus('pane', pane, { preventScroll: true });
  return (
    <div ref={pane} className={styles.pane} tabIndex={-1} data-region="thread">
      {card && <Customer card={card} />}
      {card && <DeadlineLine card={card} />}
      {card && <Actions card={card} />}
      {card && <CustomerCard card={card} />}
      {phase === 'ready' && <Messages />}
      {phase === 'loading' && <div className={styles.rest} />}
      {phase === 'failed' && <Failed id={id} />}
      {card &&
        phase === 'ready' &&
        sections.map((Section, at) => (
          // The list is written down once and never changes.
          <Section key={at} card={card} />
        ))}
      {card && phase === 'ready' && <NoteBox card={card} />}
      {card && phase === 'ready' && <Writing card={card} />}
    </div>
  );
};

const Failed = ({ id }: { id: ThreadId }) => {
  const problem = useDesk((desk) => desk.thread?.problem);
  const isGone = problem?.code === 'gone';
  return (
    <div className={styles.failed}>
      <p className={styles.why}>
        {isGone ? 'This thread is not here any more.' : 'This thread could not be read.'}
      </p>
      <p>
        {problem?.message} {!isGone && 'Its messages and your draft are safe.'}
      </p>
      <button
        type="button"
        className={styles.again}
        title={isGone ? titled('thread.back') : undefined}
        onClick={() => (isGone ? runCommand('thread.back') : void readThread(id))}
      >
        {isGone ? 'Back to the columns' : 'Read it again'}
      </button>
    </div>
  );
};
