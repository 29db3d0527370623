import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../store/desk.ts';
import { fieldsOf, newQueue, type QueueFields } from './draft.ts';
import { QueueForm } from './queue-form.tsx';
import { QueueList } from './queue-list.tsx';

/** What was typed and neither saved nor left: it is there again when the settings are opened again. */
let kept: QueueFields | null = null;

/** The queues of the desk in the order in which they are asked, or one of them to change. */
export const QueueSettings = () => {
  const queues = useDesk((desk) => desk.queues);
  const [fields, setFields] = useState<QueueFields | null>(() => kept);
  const [left, setLeft] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const edit = (next: QueueFields | null): void => {
    kept = next;
    setFields(next);
  };
  // The keyboard goes back to where it came from; a queue that is new gets its row a moment after it was saved.
  useEffect(() => {
    if (fields !== null || left === null) return;
    const isListed = queues.some(({ id }) => id === left);
    list.current?.querySelector<HTMLElement>(`[data-row="${isListed ? left : 'new'}"]`)?.focus();
  }, [fields, left, queues]);

  if (fields !== null) {
    return (
      <QueueForm
        fields={fields}
        onChange={edit}
        onDone={() => {
          setLeft(fields.id);
          edit(null);
        }}
      />
    );
  }
  return (
    <div ref={list}>
      <QueueList queues={queues} onEdit={(queue) => edit(fieldsOf(queue))} onNew={() => edit(newQueue())} />
    </div>
  );
};
