import { useEffect, useState } from 'react';
import type { QueueCount } from '../../shared/api/queues.ts';
import type { QueueId } from '../../shared/ids.ts';
import { call } from '../call.ts';

const everyMs = 1500;

/** Open threads by queue, read again while they are looked at; null: of no queue. */
export const useCounts = (): ReadonlyMap<QueueId | null, QueueCount> => {
  const [counts, setCounts] = useState<ReadonlyMap<QueueId | null, QueueCount>>(new Map());
  useEffect(() => {
    let isOver = false;
    const read = (): void =>
      void call('queue.counts', {})
        .then((all) => isOver || setCounts(new Map(all.map((one) => [one.id, one]))))
        .catch(() => undefined);
    read();
    const timer = setInterval(read, everyMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);
  return counts;
};
