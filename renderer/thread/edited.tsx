import { useEffect, useId, useState } from 'react';
import type { Message, MessageVersion } from '../../shared/model.ts';
import { call } from '../call.ts';
import { RichText } from '../text/rich-text.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import styles from './edited.module.css';

type Earlier = { phase: 'shut' | 'failed' } | { phase: 'read'; all: readonly MessageVersion[] };

/** That its author changed it; what it said before is read only when somebody asks. */
export const Edited = ({ message }: { message: Message }) => {
  const { id, text, lang, alteredAt } = message;
  const [isOpen, setOpen] = useState(false);
  const [earlier, setEarlier] = useState<Earlier>({ phase: 'shut' });
  const list = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    let isOver = false;
    call('message.versions', { messageId: id }).then(
      (all) => isOver || setEarlier({ phase: 'read', all: all.filter((version) => version.text !== text) }),
      () => isOver || setEarlier({ phase: 'failed' }),
    );
    return () => {
      isOver = true;
    };
    // A further edit is a new text: what was shown is an earlier version by then.
  }, [isOpen, id, text]);
  return (
    <div className={styles.edited}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        title={alteredAt === null ? undefined : `Seen ${fullTime(alteredAt)}`}
        onClick={() => setOpen(!isOpen)}
      >
        Edited by its author{alteredAt !== null && `, seen ${clockTime(alteredAt)}`} ·{' '}
        {isOpen ? 'hide what it said before' : 'show what it said before'}
      </button>
      {isOpen && earlier.phase !== 'shut' && (
        <div id={list} className={styles.earlier}>
          {earlier.phase === 'failed' && <p>Its earlier words could not be read. They are kept.</p>}
          {earlier.phase === 'read' && earlier.all.length === 0 && (
            <p>It had been edited before it came here: its earlier words were never seen.</p>
          )}
          {earlier.phase === 'read' && earlier.all.length > 0 && (
            <ol className={styles.versions}>
              {earlier.all.map((version) => (
                <li key={version.versionId}>
                  <time dateTime={new Date(version.seenAt).toISOString()} title={fullTime(version.seenAt)}>
                    {clockTime(version.seenAt)}
                  </time>{' '}
                  <del className={styles.before} dir="auto">
                    <RichText text={version.text} lang={lang} />
                  </del>
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </div>
  );
};
