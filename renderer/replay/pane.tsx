import { useEffect, useMemo, useRef } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { DeadlineLine } from '../clocks/deadline-line.tsx';
import { runCommand } from '../commands/run.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { IsPast, Past } from '../store/past.ts';
import { Customer } from '../thread/customer.tsx';
import { titled } from '../ui/titled.ts';
import { Events } from './events.tsx';
import { Head } from './head.tsx';
import { load } from './load.ts';
import { Log } from './log.tsx';
import { stop } from './moves.ts';
import { thenAt, usePlaying } from './playing.ts';
import { Scrubber } from './scrubber.tsx';
import { cardAt, linesAt } from './then.ts';
import styles from './pane.module.css';

/** A thread as it happened, in place of the thread as it is. */
export const Replay = ({ id }: { id: ThreadId }) => {
  const pane = useRef<HTMLElement>(null);
  const phase = usePlaying((playing) => playing.phase);
  const problem = usePlaying((playing) => playing.problem);
  const isEmpty = usePlaying(({ story }) => story?.moments.length === 0);
  useEffect(() => {
    pane.current?.focus({ preventScroll: true });
    void load(id);
    return () => {
      stop();
      // Another thread is opened in this pane: it begins in the present.
      if (get().replay === id) set({ replay: null });
    };
  }, [id]);
  return (
    <section ref={pane} className={styles.pane} tabIndex={-1} data-region="replay" aria-label="Replay">
      {phase === 'ready' && !isEmpty && <Shown id={id} />}
      {phase === 'ready' && isEmpty && <Nothing why="Nothing of this thread’s past is known on this desk." />}
      {phase === 'failed' && (
        <Nothing why={`Its past could not be read. ${problem?.message ?? ''} Nothing was changed.`} />
      )}
    </section>
  );
};

const Nothing = ({ why }: { why: string }) => (
  <div className={styles.nothing}>
    <p>{why}</p>
    <button
      type="button"
      className={styles.button}
      title={titled('replay.close')}
      onClick={() => runCommand('replay.close')}
    >
      Back to the present
    </button>
  </div>
);

const mostLines = 60;

const Shown = ({ id }: { id: ThreadId }) => {
  const story = usePlaying((playing) => playing.story);
  const at = usePlaying((playing) => playing.at);
  const said = usePlaying((playing) => playing.said);
  const card = useDesk((desk) => desk.cards.get(id));
  const policies = useDesk((desk) => desk.policies);
  const agents = useDesk((desk) => desk.agents);
  const moment = story?.moments[at];
  const shown = useMemo(() => {
    if (!story || !card) return null;
    const now = thenAt(at);
    const initialsOf = (agentId: string): string | null => agents.get(agentId as never)?.initials ?? null;
    return {
      card: cardAt(card, now, said, { policies, initialsOf }),
      ...linesAt(now, story, said, mostLines),
    };
  }, [story, card, at, said, policies, agents]);
  if (!shown || !story || !moment) return null;
  return (
    <IsPast value>
      <Past value={moment.at}>
        <Head at={moment.at} isWhole={story.isWhole} />
        <Customer card={shown.card} />
        <DeadlineLine card={shown.card} />
        <Log lines={shown.lines} hasEarlier={shown.hasEarlier} />
        <Scrubber story={story} />
        <Events story={story} />
      </Past>
    </IsPast>
  );
};
