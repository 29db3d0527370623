import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import type { Message } from '../../shared/model.ts';
import { sawHead } from '../store/thread.ts';

const nearEnd = 24;
// Nobody has read what has only just appeared.
const seenAfterMs = 800;

type Place = { below: number; toEnd: () => void; onScroll: () => void };

/** Keeps the reader's place: at the end it follows, further up it stays and says how much is new below. */
export const useReadingPlace = (
  id: ThreadId,
  messages: readonly Message[],
  scroller: RefObject<HTMLDivElement | null>,
): Place => {
  const [isAtEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState(messages.length);
  const before = useRef({ first: messages[0]?.id, height: 0 });
  const head = messages.at(-1)?.id;

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const isEarlierAdded = before.current.first !== undefined && before.current.first !== messages[0]?.id;
    if (isAtEnd) box.scrollTop = box.scrollHeight;
    else if (isEarlierAdded) box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { first: messages[0]?.id, height: box.scrollHeight };
  });

  useEffect(() => {
    if (!isAtEnd || head === undefined) return undefined;
    setSeen(messages.length);
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') sawHead(id, head);
    }, seenAfterMs);
    return () => clearTimeout(timer);
  }, [id, head, isAtEnd, messages.length]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd);
  };
  const toEnd = (): void => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setAtEnd(true);
  };
  return { below: isAtEnd ? 0 : Math.max(0, messages.length - seen), toEnd, onScroll };
};
