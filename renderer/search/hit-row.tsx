import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { goneShort } from '../thread/gone-words.ts';
import { cx } from '../ui/cx.ts';
import { NetworkGlyph } from '../ui/network-glyph.tsx';
import { statusWords } from '../ui/status-words.ts';
import { clockTime, fullTime } from '../ui/time.ts';
import { focusPlace } from './moving.ts';
import { setSearch, useSearch, type Place } from './store.ts';
import { dayWords, whatWords } from './words.ts';
import styles from './hit-row.module.css';

type Props = {
  found: Place;
  at: number;
  size: number;
  start: number;
  isBrandShown: boolean;
  measure: (element: Element | null) => void;
};

/** One place that was found; the first of a thread names it. */
export const HitRow = memo(({ found, at, size, start, isBrandShown, measure }: Props) => {
  const { thread, hit, isFirst } = found;
  const id = `hit-${at}`;
  const isFocused = useSearch((state) => state.place === at);
  const isReachable = useSearch(({ place }) => (place === null ? at === 0 : place === at));
  const isWanted = useSearch((state) => state.place === at && state.at === 'places');
  const hasKeyboard = useDesk(
    ({ desk, region, overlay }) => isWanted && desk === 'archive' && region === 'search' && overlay === null,
  );
  const isOpen = useDesk(
    ({ thread: open, sought }) =>
      open?.id === thread.threadId &&
      (sought === null || sought.threadId !== open.id || sought.id === hit.id),
  );
  const by = useDesk(({ agents }) =>
    hit.agentId === null ? null : (agents.get(hit.agentId)?.initials ?? null),
  );
  const row = useRef<HTMLElement>(null);
  const hold = useCallback(
    (element: HTMLElement | null) => {
      row.current = element;
      measure(element);
    },
    [measure],
  );
  useLayoutEffect(() => {
    if (hasKeyboard && !row.current?.contains(document.activeElement))
      row.current?.focus({ preventScroll: true });
  }, [hasKeyboard]);
  const day = useClock((now) => dayWords(hit.at, now));
  const what = whatWords(hit, by, thread.handle);
  const gone = hit.message?.gone ?? null;
  return (
    // A feed's articles take the focus; Enter and the press are the same command.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <article
      ref={hold}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isReachable ? 0 : -1}
      aria-posinset={at + 1}
      aria-setsize={size}
      aria-label={`@${thread.handle}, ${what === '' ? '' : `${what}, `}${day} ${clockTime(hit.at)}`}
      aria-describedby={`${id}-says`}
      data-index={at}
      data-hit={hit.id}
      data-first={isFirst || undefined}
      data-focused={isFocused || undefined}
      data-open={isOpen || undefined}
      onFocus={() => {
        setSearch({ place: at, at: 'places' });
      }}
      onClick={() => {
        if (window.getSelection()?.isCollapsed === false) return;
        focusPlace(at);
        runCommand('search.openHit');
      }}
    >
      {isFirst && <Head found={found} isBrandShown={isBrandShown} />}
      <div className={cx(styles.hit, styles[sideOf(found)])}>
        <time className={styles.when} dateTime={new Date(hit.at).toISOString()} title={fullTime(hit.at)}>
          <span>{day}</span> {clockTime(hit.at)}
        </time>
        <div className={styles.said}>
          {what !== '' && <p className={styles.what}>{what}</p>}
          <p id={`${id}-says`} className={styles.text} dir="auto">
            {gone === null ? (
              <Marked hit={hit} />
            ) : (
              <span className={styles.gone}>{goneShort[gone]}. Its words are gone here too.</span>
            )}
          </p>
        </div>
      </div>
    </article>
  );
});

const Head = ({ found: { thread }, isBrandShown }: Pick<Props, 'found' | 'isBrandShown'>) => {
  const brand = useDesk(({ accounts }) =>
    isBrandShown
      ? accounts.find(({ account }) => account.id === thread.accountId)?.account.handle
      : undefined,
  );
  const places = thread.hits.length;
  return (
    <p className={styles.head}>
      <NetworkGlyph className={styles.glyph} />
      <Name className={styles.handle}>{`@${thread.handle}`}</Name>
      <Name className={styles.name}>{thread.name}</Name>
      <span className={styles.about}>
        {brand !== undefined && <>to @{brand} · </>}
        {statusWords[thread.status]}
        {places > 1 && ` · ${places} places`}
      </span>
    </p>
  );
};

const sideOf = ({ hit: { part, message } }: Place): 'in' | 'out' | 'direct' | 'note' | 'call' => {
  if (part === 'note') return 'note';
  if (part !== 'message') return 'call';
  if (message?.direction === 'out') return 'out';
  return message?.kind === 'dm' ? 'direct' : 'in';
};

/** The text around what was found, with that marked. */
const Marked = ({ hit: { text, places, isCutBefore, isCutAfter } }: { hit: Place['hit'] }) => (
  <>
    {isCutBefore && '… '}
    {places.map(([from, to], nth) => (
      <span key={from}>
        {text.slice(places[nth - 1]?.[1] ?? 0, from)}
        <mark className={styles.mark}>{text.slice(from, to)}</mark>
      </span>
    ))}
    {text.slice(places.at(-1)?.[1] ?? 0)}
    {isCutAfter && ' …'}
  </>
);
