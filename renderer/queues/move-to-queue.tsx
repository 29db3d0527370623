import { useState } from 'react';
import { applyAction } from '../commands/apply.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { targets } from '../store/targets.ts';
import { Pick } from '../ui/pick.tsx';
import { useCounts } from './use-counts.ts';

/** Stands for no queue in particular. */
const byRules = 'rules';

/** Where the thread goes, or all that are selected. */
export const MoveToQueue = () => {
  // What was meant when it was asked for; the selection may be another by the time a queue is chosen.
  const [on] = useState(() => targets(get()));
  const queues = useDesk((desk) => desk.queues);
  const counts = useCounts();
  const from = on?.only == null ? undefined : get().cards.get(on.only)?.queueId;
  const choices = [
    ...queues.map(({ id, name }) => ({
      id,
      words: name,
      aside: `${id === from ? 'it is here · ' : ''}${(counts.get(id)?.open ?? 0).toLocaleString('en')} open`,
    })),
    { id: byRules, words: 'Where the rules say', aside: 'undoes a move by hand' },
  ];
  const choose = (id: string): void => {
    if (!on) return;
    set({ overlay: null });
    const queueId = queues.find((queue) => queue.id === id)?.id ?? null;
    void applyAction({ do: 'queue', queueId }, on);
  };
  const many = on !== null && on.only === null;
  return (
    <Pick
      title={many ? `Move ${on.count.toLocaleString('en')} threads to a queue` : 'Move to a queue'}
      label="Which queue"
      placeholder="Name of a queue"
      choices={choices}
      none="No queue is called that."
      onChoose={choose}
    />
  );
};
