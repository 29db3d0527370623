import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { OpenThread } from '../store/state.ts';
import { headOf } from '../store/thread-rows.ts';
import { sawHead } from '../store/thread.ts';

const nearEnd = 24;
// Nobody has read what has only just appeared.
const seenAfterMs = 800;

type Place = {
  scroller: RefObject<HTMLDivElement | null>;
  /** How many messages wait below the reader. */
  below: number;
  toEnd: () => void;
  /** The reader is taken somewhere else: what comes is not followed any more. */
  leaveEnd: () => void;
  onScroll: () => void;
};

/** Keeps the reader's place: at the end it follows, further up it stays and says how much is new below. */
export const useReadingPlace = ({ id, messages, seenHead }: OpenThread): Place => {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const before = useRef({ first: messages[0]?.id, height: 0 });
  const head = headOf(messages)?.id;

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const { first, height } = before.current;
    const isEarlierAdded = first !== undefined && first !== messages[0]?.id;
    if (isAtEnd) box.scrollTo({ top: box.scrollHeight });
    else if (isEarlierAdded) box.scrollBy({ top: box.scrollHeight - height });
    before.current = { first: messages[0]?.id, height: box.scrollHeight };
  });

  useEffect(() => {
    if (!isAtEnd || head === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(() => sawHead(id, head), seenAfterMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, head, isAtEnd]);

  const onScroll = (): void => {
    const box = scroller.current;
    if (box) setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd);
  };
  const toEnd = (): void => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setAtEnd(true);
  };
  const seen = messages.find((message) => message.id === seenHead);
  const isLater = ({ arrival }: { arrival: number }): boolean => seen !== undefined && arrival > seen.arrival;
  const leaveEnd = useCallback(() => setAtEnd(false), []);
  return { scroller, below: isAtEnd ? 0 : messages.filter(isLater).length, toEnd, leaveEnd, onScroll };
};
