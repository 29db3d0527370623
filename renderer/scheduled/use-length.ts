import { useEffect, useState } from 'react';
import type { MessageKind } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';

/** How much of the network's limit a signed text uses, in words. What counts is fetched with the first letter. */
export const useLength = (kind: MessageKind, text: string): { words: string; isTooLong: boolean } => {
  const initials = useDesk(({ me }) => me.initials);
  const [length, setLength] = useState({ words: '', isTooLong: false });
  useEffect(() => {
    let isStale = false;
    void import('../../shared/compose.ts').then(({ measure, sign }) => {
      if (isStale) return;
      const { used, limit, isTooLong } = measure(kind, sign(text, initials));
      setLength({ words: `${used} of ${limit}, with your signature`, isTooLong });
    });
    return () => {
      isStale = true;
    };
  }, [kind, text, initials]);
  return length;
};
