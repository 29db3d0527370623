import { useEffect, useState } from 'react';
import type { Input, Output } from '../../shared/api.ts';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';

export type Tested = { told: Output<'queue.test'> | null; problem: string | null };

/** Typing pauses so long before core is asked. */
const pauseMs = 250;

/** What the rules would do, asked again whenever they or the message change; null: not asked. */
export const useTest = (asked: Input<'queue.test'> | null): Tested => {
  const [tested, setTested] = useState<Tested>({ told: null, problem: null });
  const key = asked === null ? null : JSON.stringify(asked);
  useEffect(() => {
    if (key === null) return;
    let isOver = false;
    const timer = setTimeout(() => {
      call('queue.test', JSON.parse(key) as Input<'queue.test'>)
        .then((told) => isOver || setTested({ told, problem: null }))
        .catch((error: unknown) => isOver || setTested({ told: null, problem: failureOf(error).message }));
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key]);
  return key === null ? { told: null, problem: null } : tested;
};
