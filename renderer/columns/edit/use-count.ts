import { useEffect, useState } from 'react';
import type { Filter } from '../../../shared/filter.ts';
import { call } from '../../call.ts';
import { plural } from '../../ui/number.ts';

const pauseMs = 200;

/** `23 threads now`: what a filter would show, asked when the typing pauses. */
export const useCount = (filter: Filter, isReady: boolean): string => {
  const [words, setWords] = useState('');
  const key = isReady ? JSON.stringify(filter) : null;
  useEffect(() => {
    if (key === null) return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      void call('column.count', { filter: JSON.parse(key) as Filter })
        .then(({ count, isCapped }) => {
          if (isStale) return;
          setWords(
            isCapped ? `${count.toLocaleString('en')} threads or more now` : `${plural(count, 'thread')} now`,
          );
        })
        .catch(() => setWords(''));
    }, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [key]);
  return isReady ? words : '';
};
