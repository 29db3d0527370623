import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
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
  choices: readonly Choice[];
  none: string;
  hint?: ReactNode;
  onChoose: (id: string) => void;
};

/** One of several, by arrow, by typing, by digit or by pointer. */
export const Pick = ({ title, label, choices, none, hint, onChoose }: Props) => {
  const [query, setQuery] = useState('');
  const asked = query.trim().toLowerCase();
  const shown = choices.filter(({ words, aside = '' }) => `${words} ${aside}`.toLowerCase().includes(asked));
  const byDigit = (event: KeyboardEvent): void => {
    const choice = query === '' && choices.find(({ digit }) => digit === event.key);
    if (!choice) return;
    event.preventDefault();
    onChoose(choice.id);
  };
  return (
    <Dialog title={title}>
      <Autocomplete.Root
        inline
        open
        items={shown}
        filter={null}
        value={query}
        onValueChange={setQuery}
        itemToStringValue={({ words }: Choice) => words}
        autoHighlight="always"
      >
        <Autocomplete.Input
          className={styles.input}
          aria-label={label}
          placeholder={label}
          onKeyDown={byDigit}
        />
        <Autocomplete.List className={styles.list}>
          {(choice: Choice) => (
            <Autocomplete.Item
              key={choice.id}
              value={choice}
              className={styles.item}
              onClick={() => onChoose(choice.id)}
            >
              {choice.digit !== undefined && (
                <kbd className={styles.digit} aria-hidden="true">
                  {choice.digit}
                </kbd>
              )}
              <span className={styles.words}>{choice.words}</span>
              {choice.aside !== undefined && <span className={styles.aside}>{choice.aside}</span>}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className={styles.empty}>{shown.length === 0 && none}</Autocomplete.Empty>
      </Autocomplete.Root>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </Dialog>
  );
};
