import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RelatedThread } from '../../shared/api/customers.ts';
import type { Card, Note } from '../../shared/model.ts';
import { call } from '../call.ts';
import { runCommand } from '../commands/run.ts';
import { removeNote } from '../notes/notes.ts';
import { set, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { openThread } from '../store/thread.ts';
import { Name } from '../text/name.tsx';
import { Preview } from '../text/preview.tsx';
import { Age } from '../ui/age.tsx';
import { followers } from '../ui/number.ts';
import { statusWords } from '../ui/status-words.ts';
import { clockTime } from '../ui/time.ts';
import { useWantedFocus } from '../ui/use-wanted-focus.ts';
import { customerParts } from './sections.ts';
import styles from './customer-card.module.css';

/** Everything known of the customer, over the log while it is wanted. */
export const CustomerCard = ({ card }: { card: Card }) => {
  const isShown = useDesk((desk) => desk.isCustomerOpen && desk.thread?.phase === 'ready');
  return isShown ? <Shown key={card.id} card={card} /> : null;
};

const Shown = ({ card }: { card: Card }) => {
  const identities = useDesk((desk) => desk.thread?.customer?.identities);
  const notes = useDesk((desk) => desk.thread?.notes);
  const related = useRelated(card);
  const box = useRef<HTMLElement>(null);
  useWantedFocus('customer', box);
  const own = related.filter(({ why }) => why === 'customer');
  const others = related.filter(({ why }) => why === 'conversation');
  const about = notes?.filter(({ threadId }) => threadId === null) ?? [];
  return (
    // What scrolls must be reachable by the keyboard.
    <section ref={box} className={styles.card} aria-label="Customer" tabIndex={-1}>
      <Part title={identities && identities.length > 1 ? 'One person, known as' : 'Known as'}>
        {identities?.map(({ id, handle, name, reach }) => (
          <p key={id} className={styles.line}>
            <Name className={styles.handle}>{`@${handle}`}</Name>
            <Name className={styles.fact}>{name}</Name>
            {reach !== null && <span className={styles.fact}>{followers(reach)}</span>}
          </p>
        ))}
      </Part>
      {customerParts.map((Extra, at) => (
        // The list is written down once and never changes.
        <Extra key={at} card={card} />
      ))}
      {about.length > 0 && (
        <Part title="Notes about them">
          {about.map((note) => (
            <CustomerNote key={note.id} note={note} />
          ))}
        </Part>
      )}
      {own.length > 0 && (
        <Part title="Other threads of theirs">
          <Threads threads={own} />
        </Part>
      )}
      {others.length > 0 && (
        <Part title="Others in the same conversation">
          <Threads threads={others} hasHandles />
        </Part>
      )}
      <div className={styles.buttons}>
        <button
          type="button"
          className={styles.small}
          onClick={() => set({ noteAbout: 'customer', wantsFocus: 'note' })}
        >
          Add a note about them
        </button>
        <button type="button" className={styles.small} onClick={() => runCommand('thread.merge')}>
          Merge with another thread…
        </button>
        <button type="button" className={styles.small} onClick={() => runCommand('thread.split')}>
          New matter from a message on…
        </button>
        <ExportAll />
      </div>
    </section>
  );
};

/** Only for who may: the menu says to others why not. */
const ExportAll = () => {
  const isOffered = useDesk((desk) => iMay(desk, 'export.many'));
  return (
    isOffered && (
      <button type="button" className={styles.small} onClick={() => runCommand('customer.export')}>
        Export everything of theirs…
      </button>
    )
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className={styles.heading}>{title}</h3>
    {children}
  </div>
);

const CustomerNote = ({ note }: { note: Note }) => {
  const by = useDesk((desk) => desk.agents.get(note.by)?.initials ?? '');
  const isMine = useDesk((desk) => desk.me.id === note.by);
  return (
    <div className={styles.note}>
      {note.text}{' '}
      <span className={styles.by}>
        {by} {clockTime(note.createdAt)}
      </span>{' '}
      {isMine && (
        <button type="button" className={styles.small} onClick={() => void removeNote(note)}>
          Remove
        </button>
      )}
    </div>
  );
};

const Threads = ({
  threads,
  hasHandles = false,
}: {
  threads: readonly RelatedThread[];
  hasHandles?: boolean;
}) => (
  <ul>
    {threads.map((thread) => (
      <li key={thread.id}>
        <button type="button" className={styles.thread} onClick={() => void openThread(thread.id)}>
          <Age className={styles.when} at={thread.openedAt} />
          <span className={styles.text}>
            {hasHandles && <Name>{`@${thread.handle} `}</Name>}
            <Preview text={thread.preview} lang={null} />
          </span>
          <span>{statusWords[thread.status]}</span>
        </button>
      </li>
    ))}
  </ul>
);

/** Read when the card opens and when the thread changes: others may have joined the conversation. */
const useRelated = (card: Card): readonly RelatedThread[] => {
  const [related, setRelated] = useState<readonly RelatedThread[]>([]);
  useEffect(() => {
    let isOver = false;
    void call('customer.related', { threadId: card.id })
      .then((answer) => isOver || setRelated(answer.related))
      .catch(() => undefined);
    return () => void (isOver = true);
  }, [card]);
  return related;
};
