import { useRef, type ChangeEvent, type KeyboardEvent } from 'react';
import type { Card } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { set, useDesk } from '../store/desk.ts';
import { leaveDrafts, nothingYet, write } from '../store/drafts.ts';
import { folded } from '../text/plain.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import { useWantedFocus } from '../ui/use-wanted-focus.ts';
import { useMention } from './use-mention.ts';
import styles from './note-box.module.css';

/** A note for colleagues is written on paper of its own, never in the field that customers are answered in. */
export const NoteBox = ({ card }: { card: Card }) => {
  const about = useDesk((desk) => desk.noteAbout);
  const kept = useDesk((desk) => (desk.composing[card.id] ?? nothingYet).texts.note !== '');
  if (about !== null) return <Box key={card.id} card={card} about={about} />;
  if (!kept) return null;
  return (
    <button type="button" className={styles.kept} onClick={() => runCommand('note.write')}>
      A note is not finished <KeyCap id="note.write" />
    </button>
  );
};

const Box = ({ card, about }: { card: Card; about: 'thread' | 'customer' }) => {
  const text = useDesk((desk) => (desk.composing[card.id] ?? nothingYet).texts.note);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(field, (next) => write(card.id, 'note', next));
  useWantedFocus('note', field);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.nativeEvent.isComposing && mention.onKeyDown(event)) event.preventDefault();
  };
  const onChange = ({ target }: ChangeEvent<HTMLTextAreaElement>): void => {
    write(card.id, 'note', target.value);
    mention.look(target);
  };
  const who = `@${folded(card.handle)}`;
  const label = about === 'thread' ? 'Note about this thread' : `Note about ${who}, whatever the thread`;
  return (
    <section className={styles.box} aria-label="Note" data-region="note">
      {mention.people.length > 0 && (
        // A field with a list of its own: the platform's datalist is not for a text of several lines.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div className={styles.people} id="mention-people" role="listbox" aria-label="People">
          {mention.people.map((agent, at) => (
            // The keyboard stays in the field, which has the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={agent.id}
              id={`mention-${agent.id}`}
              className={styles.person}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={at === mention.at}
              onClick={() => mention.choose(agent)}
            >
              <span>@{agent.initials}</span> {agent.name}
            </div>
          ))}
        </div>
      )}
      <div className={styles.head}>
        <span>
          {about === 'thread' ? 'Note, for colleagues only' : `Note about ${who}, for colleagues only`}
        </span>
        <button
          type="button"
          className={styles.about}
          aria-pressed={about === 'customer'}
          onClick={() => set({ noteAbout: about === 'thread' ? 'customer' : 'thread', wantsFocus: 'note' })}
        >
          {about === 'thread' ? 'About the customer instead' : 'About this thread instead'}
        </button>
      </div>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={mention.people.length > 0 ? 'mention-people' : undefined}
        aria-activedescendant={
          mention.people[mention.at] ? `mention-${mention.people[mention.at]?.id}` : undefined
        }
        placeholder="What colleagues should know. @ names somebody."
        dir="auto"
        spellCheck
        rows={2}
        maxLength={20_000}
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={leaveDrafts}
      />
      <div className={styles.foot}>
        <span className={styles.hint}>Never sent. Kept while you write.</span>
        <button
          type="button"
          className={styles.add}
          disabled={text.trim() === ''}
          title={titled('note.add')}
          onClick={() => runCommand('note.add')}
        >
          Add note
        </button>
      </div>
    </section>
  );
};
