import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { QueueId } from '../../shared/ids.ts';
import { applyAction } from '../commands/apply.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { targets } from '../store/targets.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useCounts } from './use-counts.ts';
import styles from './move-to-queue.module.css';

type Choice = { id: QueueId | null; name: string; facts: string; isHere: boolean };

/** Where the thread goes, or all that are selected. */
export const MoveToQueue = () => {
  // What was meant when it was asked for; the selection may be another by the time a queue is chosen.
  const [on] = useState(() => targets(get()));
  const [query, setQuery] = useState('');
  const queues = useDesk((desk) => desk.queues);
  const counts = useCounts();
  const from = on?.only == null ? undefined : get().cards.get(on.only)?.queueId;
  const all: Choice[] = [
    ...queues.map(({ id, name }) => ({
      id,
      name,
      facts: `${(counts.get(id)?.open ?? 0).toLocaleString('en')} open`,
      isHere: id === from,
    })),
    { id: null, name: 'Where the rules say', facts: 'undoes a move by hand', isHere: false },
  ];
  const wanted = query.trim().toLowerCase();
  const choices = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const choose = ({ id }: Choice): void => {
    if (!on) return;
    set({ overlay: null });
    void applyAction({ do: 'queue', queueId: id }, on);
  };
  const many = on !== null && on.only === null;
  return (
    <Dialog title={many ? `Move ${on.count.toLocaleString('en')} threads to a queue` : 'Move to a queue'}>
      <Autocomplete.Root
        inline
        open
        items={choices}
        filter={null}
        value={query}
        onValueChange={setQuery}
        itemToStringValue={({ name }: Choice) => name}
        autoHighlight="always"
      >
        <Autocomplete.Input className={styles.input} aria-label="Which queue" placeholder="Name of a queue" />
        <Autocomplete.List className={styles.list}>
          {(choice: Choice) => (
            <Autocomplete.Item
              key={choice.id ?? 'rules'}
              value={choice}
              className={styles.item}
              onClick={() => choose(choice)}
            >
              <span className={styles.name}>{choice.name}</span>
              <span className={styles.facts}>
                {choice.isHere && 'it is here · '}
                {choice.facts}
              </span>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className={styles.empty}>
          {choices.length === 0 && 'No queue is called that.'}
        </Autocomplete.Empty>
      </Autocomplete.Root>
    </Dialog>
  );
};
