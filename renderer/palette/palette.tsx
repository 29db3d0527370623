import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import { recentCommands, runCommand } from '../commands/run.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { choicesFor, type Choice } from './ranking.ts';
import styles from './palette.module.css';

/** Every command by its name; the same ids as the keys. */
export const Palette = () => {
  const query = useDesk((current) => current.query);
  // What made sense when the palette was asked for decides, not what makes sense inside it.
  const desk = useState(get)[0];
  const revision = useDesk(({ cards, thread }) => (thread ? cards.get(thread.id)?.revision : undefined));
  const choices = choicesFor(query, { ...get(), region: desk.region }, recentCommands());

  const choose = (id: CommandId): void => {
    set({ overlay: null });
    // After the dialog has given the focus back: a command may take it elsewhere.
    requestAnimationFrame(() => runCommand(id));
  };
  return (
    <Dialog title="Find a command" isTitleHidden>
      <Autocomplete.Root
        key={revision}
        inline
        open
        items={choices}
        filter={null}
        value={query}
        onValueChange={(typed) => set({ query: typed })}
        itemToStringValue={({ title }: Choice) => title}
        autoHighlight="always"
      >
        <Autocomplete.Input
          className={styles.input}
          aria-label="Find a command"
          placeholder="Find a command"
          onFocus={({ currentTarget }) => currentTarget.setSelectionRange(query.length, query.length)}
        />
        <Autocomplete.List className={styles.list}>
          {(choice: Choice) => (
            <Autocomplete.Item
              key={choice.id}
              value={choice}
              className={styles.item}
              disabled={choice.why !== null}
              onClick={() => choose(choice.id)}
            >
              <span className={styles.title}>{choice.title}</span>
              {choice.why ? <span className={styles.why}>{choice.why}</span> : <KeyCap id={choice.id} />}
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className={styles.empty}>
          {choices.length === 0 && 'No command is called that.'}
        </Autocomplete.Empty>
      </Autocomplete.Root>
    </Dialog>
  );
};
