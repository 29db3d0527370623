import { useEffect, useState } from 'react';
import type { Hold } from '../../shared/api/retention.ts';
import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';

/** What holds a thread or its customer. Read again whenever the thread is told anew: setting and lifting tell it. */
export const useHolds = (card: Card): readonly Hold[] => {
  const [holds, setHolds] = useState<readonly Hold[]>([]);
  useEffect(() => {
    let isOver = false;
    call('hold.list', { threadId: card.id })
      .then((answer) => isOver || setHolds(answer.holds.filter(({ lifted }) => lifted === null)))
      .catch(() => undefined);
    return () => void (isOver = true);
  }, [card]);
  return holds;
};
