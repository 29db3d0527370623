import type { Note } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { useIsPast } from '../store/past.ts';
import { iMay } from '../store/rights.ts';
import { RichText } from '../text/rich-text.tsx';
import { clockTime, fullTime } from '../ui/time.ts';
import { askAgain, removeNote } from './notes.ts';
import entryStyles from '../thread/entry.module.css';
import styles from './note-entry.module.css';

/** What a colleague left for colleagues: on its own rule, so that nobody takes it for something that was sent. */
export const NoteEntry = ({ row: note }: { row: Note }) => {
  const by = useDesk((desk) => desk.agents.get(note.by));
  // As core has it: one's own, or anybody's for who may take work from others.
  const mayRemove = useDesk((desk) => iMay(desk, desk.me.id === note.by ? 'thread.work' : 'thread.assign'));
  const isPast = useIsPast();
  const isForMe = useDesk((desk) => note.mentions.includes(desk.me.id));
  return (
    <div className={`${entryStyles.entry} ${styles.note}`} data-note-id={note.id}>
      <time
        className={entryStyles.time}
        dateTime={new Date(note.createdAt).toISOString()}
        title={fullTime(note.createdAt)}
      >
        {clockTime(note.createdAt)}
      </time>
      <div className={entryStyles.said}>
        <p className={styles.head}>
          Note by {by?.name ?? 'somebody'}
          {note.scoreId !== null && ' · feedback'}
          {isForMe && ' · for you'}
          {isForMe && note.scoreId !== null && (
            <button
              type="button"
              className={styles.remove}
              title="Somebody else reviews this conversation, without knowing the first review"
              onClick={() => void askAgain(note)}
            >
              Second look
            </button>
          )}
          {mayRemove && !isPast && (
            <button
              type="button"
              className={styles.remove}
              title="Removes this note; Undo brings it back"
              onClick={() => void removeNote(note)}
            >
              Remove
            </button>
          )}
        </p>
        <div className={styles.text} dir="auto">
          <RichText text={note.text} lang={null} />
        </div>
      </div>
    </div>
  );
};
