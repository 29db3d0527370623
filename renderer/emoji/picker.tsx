import { useState } from 'react';
import { get, set } from '../store/desk.ts';
import { nothingYet, write } from '../store/drafts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { findEmoji, used, type Emoji } from './find.ts';
import styles from './picker.module.css';

/** An emoji by a word; it goes where the cursor was. */
export const EmojiPicker = () => {
  const [query, setQuery] = useState('');
  const [from] = useState(cursor);
  return (
    <Dialog title="Insert an emoji" isTitleHidden>
      <PickList
        label="Find an emoji by a word"
        query={query}
        onQuery={setQuery}
        items={findEmoji(query)}
        idOf={({ sign }) => sign}
        wordsOf={({ words }) => words}
        onChoose={(emoji) => insert(emoji, from)}
        none="No emoji is called that here."
        itemClass={styles.item}
      >
        {({ sign, words }) => (
          <>
            <span className={styles.sign} aria-hidden="true">
              {sign}
            </span>
            <span className={styles.words}>{words}</span>
          </>
        )}
      </PickList>
    </Dialog>
  );
};

const field = (): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>('[data-region="composer"] textarea');

/** Where the cursor stood before the dialog took the keyboard; null: at the end. */
const cursor = (): { from: number; to: number } | null => {
  const box = field();
  return box && { from: box.selectionStart, to: box.selectionEnd };
};

const insert = ({ sign }: Emoji, at: { from: number; to: number } | null): void => {
  const { thread, composing } = get();
  set({ overlay: null });
  if (!thread) return;
  used(sign);
  const { kind, texts } = composing[thread.id] ?? nothingYet;
  const text = texts[kind];
  const { from, to } = at ?? { from: text.length, to: text.length };
  write(thread.id, kind, text.slice(0, from) + sign + text.slice(to));
  // After the dialog has given the focus back, and the field has its new text.
  requestAnimationFrame(() => {
    const box = field();
    box?.focus();
    box?.setSelectionRange(from + sign.length, from + sign.length);
  });
};
