import { useEffect, useState } from 'react';
import type { Alike } from '../../shared/api/snippets.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { percent, whoWrote } from './alike-words.ts';
import styles from './like-hint.module.css';

/** A pause in the typing; nobody is told about half a word. */
const pauseMs = 900;
/** Fewer words are never compared, so nothing is asked. */
const leastWords = 8;

/** While there is still time: this has been said to somebody else. Quiet, for the agent may mean it. */
export const LikeHint = ({
  threadId,
  kind,
  text,
}: {
  threadId: ThreadId;
  kind: MessageKind;
  text: string;
}) => {
  const [found, setFound] = useState<{ alike: Alike; text: string } | null>(null);
  useEffect(() => {
    if (text.trim().split(/\s+/u).length < leastWords && text.length < 2 * leastWords) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void call('message.likeness', { threadId, kind, text })
        .then((alike) => isOver || setFound(alike && { alike, text }))
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [threadId, kind, text]);
  // What was found is about the text as it was; a few keys later it is old.
  return found !== null && found.text === text ? <Words alike={found.alike} /> : null;
};

const Words = ({ alike }: { alike: Alike }) => {
  const me = useDesk((desk) => desk.me.initials);
  const who = useClock((now) => whoWrote(alike, me, now));
  return (
    <p className={styles.hint} title={alike.text}>
      {percent(alike)} like what {who}
    </p>
  );
};
