import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CallAttempt } from '../../shared/model.ts';
import { toDom } from '../commands/move.ts';
import { change } from '../store/calls.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { keepNote } from './notes-saved.ts';
import styles from './panel.module.css';

/** What is said. On disk a moment after it is typed, so that a crash costs a few letters at most. */
export const CallNotes = ({ attempt }: { attempt: CallAttempt }) => {
  const [text, setText] = useState(attempt.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = attempt;
  const wantsFocus = useDesk(({ phone }) => phone.wantsNotes);
  useEffect(() => {
    if (!wantsFocus) return;
    field.current?.focus();
    change(() => ({ wantsNotes: false }));
  }, [wantsFocus]);
  useEffect(() => () => void keepNote.now(id), [id]);

  // Esc leaves the notes as it leaves the composer; it closes nothing.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void keepNote.now(id);
    if (get().thread) set({ wantsFocus: 'pane' });
    else {
      field.current?.blur();
      toDom(get().activeColumn);
    }
  };
  return (
    <textarea
      ref={field}
      className={styles.notes}
      aria-label="Notes of the call"
      placeholder="Notes of the call"
      dir="auto"
      maxLength={8000}
      value={text}
      data-call-notes=""
      onChange={(event) => {
        setText(event.target.value);
        keepNote.soon(id, event.target.value);
      }}
      onBlur={() => void keepNote.now(id)}
      onKeyDown={onKeyDown}
    />
  );
};
