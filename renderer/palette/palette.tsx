import { useEffect, useState } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import { recentCommands, runCommand } from '../commands/run.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { choicesFor } from './ranking.ts';
import styles from './palette.module.css';

/** Every command by its name; the same ids as the keys. */
export const Palette = () => {
  const query = useDesk((current) => current.query);
  // What made sense when the palette was asked for decides, not what makes sense inside it.
  const desk = useState(get)[0];
  // What is possible changes with the desk; the field stays as it is, and keeps the keyboard.
  const now = useDesk((current) => current);
  const choices = choicesFor(query, { ...now, region: desk.region }, recentCommands());

  const choose = (id: CommandId): void => {
    set({ overlay: null });
    // After the dialog has given the focus back: a command may take it elsewhere.
    requestAnimationFrame(() => runCommand(id));
  };
  useEffect(() => {
    if (!get().isChosenAhead) return;
    set({ isChosenAhead: false });
    const best = choices.find(({ why }) => why === null);
    if (best) choose(best.id);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once: from here on the field hears its Enter itself
  }, []);
  return (
    <Dialog title="Find a command" isTitleHidden>
      <PickList
        label="Find a command"
        query={query}
        onQuery={(typed) => set({ query: typed })}
        items={choices}
        idOf={({ id }) => id}
        wordsOf={({ title }) => title}
        isOff={({ why }) => why !== null}
        onChoose={({ id }) => choose(id)}
        none="No command is called that."
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(query.length, query.length)}
      >
        {({ id, title, why }) => (
          <>
            <span className={styles.title}>{title}</span>
            {why ? <span className={styles.why}>{why}</span> : <KeyCap id={id} />}
          </>
        )}
      </PickList>
    </Dialog>
  );
};
