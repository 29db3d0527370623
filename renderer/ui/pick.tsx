import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { PickList } from './pick-list.tsx';
import styles from './pick.module.css';

export type Choice = {
  id: string;
  words: string;
  aside?: string | undefined;
  /** Chooses it at once, before anything is typed. */
  digit?: string;
};

type Props = {
  title: string;
  /** What the field asks for. */
  label: string;
  placeholder?: string;
  choices: readonly Choice[];
  none: string;
  hint?: ReactNode;
  onChoose: (id: string) => void;
};

/** One of several, by arrow, by typing, by digit or by pointer. */
export const Pick = ({ title, label, placeholder, choices, none, hint, onChoose }: Props) => {
  const [query, setQuery] = useState('');
  const asked = query.trim().toLowerCase();
  const named = choices.filter(({ words }) => words.toLowerCase().includes(asked));
  const beside = choices.filter(
    (choice) => !named.includes(choice) && (choice.aside ?? '').toLowerCase().includes(asked),
  );
  // What is called that comes before what is only said of it.
  const shown = [...named, ...beside];
  const byDigit = (event: KeyboardEvent): void => {
    const choice = query === '' && choices.find(({ digit }) => digit === event.key);
    if (!choice) return;
    event.preventDefault();
    onChoose(choice.id);
  };
  return (
    <Dialog title={title}>
      <PickList
        label={label}
        placeholder={placeholder ?? label}
        query={query}
        onQuery={setQuery}
        items={shown}
        idOf={({ id }) => id}
        wordsOf={({ words }) => words}
        onChoose={({ id }) => onChoose(id)}
        none={none}
        onKeyDown={byDigit}
      >
        {({ words, aside, digit }) => (
          <>
            {digit !== undefined && (
              <kbd className={styles.digit} aria-hidden="true">
                {digit}
              </kbd>
            )}
            <span className={styles.words}>{words}</span>
            {aside !== undefined && <span className={styles.aside}>{aside}</span>}
          </>
        )}
      </PickList>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </Dialog>
  );
};
