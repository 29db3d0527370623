import { useEffect, useState } from 'react';
import type { Ms } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { age } from '../ui/time.ts';
import { openHere } from './my-questions.ts';

/** That it is no part of what was promised to the customer. */
export const waitedTitle = 'How long this thread has waited for colleagues, apart from the customer’s clock';

/** `35m for colleagues in all`: how long the open thread has waited; empty where one question tells it already. */
export const useWaited = (): string => {
  const threadId = useDesk(({ thread }) => thread?.id ?? null);
  const states = useDesk(({ thread }) => thread?.questions.map(({ state }) => state).join() ?? '');
  const isWaiting = useDesk((desk) => openHere(desk) !== undefined);
  const about = threadId === null || states === '' ? null : `${threadId} ${states}`;
  const [waited, setWaited] = useState<{ about: string; ms: Ms; questions: number; asOf: Ms } | null>(null);
  useEffect(() => {
    if (threadId === null || about === null) return undefined;
    let isCurrent = true;
    call('expert.waited', { threadId }).then(
      (told) => isCurrent && setWaited({ ...told, about, asOf: Date.now() }),
      () => undefined,
    );
    return () => void (isCurrent = false);
  }, [threadId, about]);
  return useClock((now) => {
    if (waited === null || waited.about !== about || waited.questions < 2) return '';
    const { ms, asOf, questions } = waited;
    const all = age(0, ms + (isWaiting ? Math.max(0, now - asOf) : 0));
    return all === 'now' ? '' : `${all} for colleagues in all, over ${questions} questions`;
  });
};
