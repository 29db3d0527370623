import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Problem } from '../../shared/search/query.ts';
import styles from './field.module.css';

type Props = {
  text: string;
  problems: readonly Problem[];
  /** The character below which something is said or offered. */
  anchor: number;
  field: RefObject<HTMLInputElement | null>;
  onAnchor: (left: number) => void;
};

/** Nothing said or offered stands further right than this, or it would leave the field. */
const leastRoom = 320;

/** The same text behind the field, unseen, so that lines can be drawn under what is meant and places be known. */
export const Mirror = ({ text, problems, anchor, field, onAnchor }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    if (!input || !box.current || !mark.current) return undefined;
    const follow = (): void => {
      if (!box.current || !mark.current) return;
      box.current.scrollLeft = input.scrollLeft;
      const most = Math.max(0, input.clientWidth - leastRoom);
      onAnchor(Math.max(0, Math.min(mark.current.offsetLeft - input.scrollLeft, most)));
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- where the mark stands follows from them.
  }, [text, problems, anchor, field, onAnchor]);
  return (
    <div ref={box} className={styles.mirror} aria-hidden="true">
      {piecesOf(text, problems, anchor).map(({ from, to, tone }) => (
        <span key={from} ref={from === anchor ? mark : undefined} data-tone={tone}>
          {text.slice(from, to)}
        </span>
      ))}
    </div>
  );
};

type Piece = { from: number; to: number; tone: Problem['tone'] | undefined };

/** Cut wherever a problem begins or ends, and at the anchor; the last piece is empty, for an anchor at the end. */
const piecesOf = (text: string, problems: readonly Problem[], anchor: number): Piece[] => {
  const cuts = new Set([0, anchor, text.length, ...problems.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].filter((at) => at <= text.length).toSorted((a, b) => a - b);
  return places.map((from, at) => {
    const to = places[at + 1] ?? text.length;
    const tones = problems
      .filter((one) => one.from <= from && to <= one.to && from < to)
      .map(({ tone }) => tone);
    return { from, to, tone: tones.includes('error') ? 'error' : tones[0] };
  });
};
