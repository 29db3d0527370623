import { useEffect } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { on } from '../call.ts';
import { useOwnKeyboard } from '../outbox/use-own-keyboard.ts';
import { useDesk } from '../store/desk.ts';
import { closeThread } from '../store/thread.ts';
import { Name } from '../text/name.tsx';
import { Messages } from '../thread/messages.tsx';
import { openPick, refresh } from './acts.ts';
import { FormPane } from './form-pane.tsx';
import { List } from './list.tsx';
import { get, set, todoIn, useReview } from './store.ts';
import styles from './review.module.css';

/** Colleagues' windows and time change what waits as well. */
const anywayMs = 30_000;

/** What waits on the left, the conversation as it was, and what is asked of it. */
export const Review = ({ title }: { title: string }) => {
  const main = useOwnKeyboard();
  const pick = useReview((state) => state.pick);
  useEffect(begin, []);
  return (
    <main ref={main} className={styles.desk} aria-label={title} data-region="review" tabIndex={-1}>
      <h1 className="spoken">{title}</h1>
      <List />
      {pick ? (
        <>
          <Conversation handle={pick.pick.handle} threadId={pick.pick.threadId} />
          <FormPane key={pick.pick.id} view={pick} />
        </>
      ) : (
        <Nothing />
      )}
    </main>
  );
};

const begin = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), 50);
  };
  const stop = on('review.changed', soon);
  const ticking = setInterval(soon, anywayMs);
  void refresh().then(() => {
    const { work, pick } = get();
    const first = work && todoIn(work)[0];
    if (pick) return openPick(pick.pick.id);
    return first ? openPick(first.id) : undefined;
  });
  return () => {
    stop();
    clearTimeout(timer);
    clearInterval(ticking);
    // What is read here is not open anywhere else.
    closeThread();
    set({ commenting: null });
  };
};

const Conversation = ({ handle, threadId }: { handle: string; threadId: ThreadId }) => {
  // Something else may have been opened meanwhile, from a notification: that is not what is reviewed.
  const phase = useDesk(({ thread }) => (thread?.id === threadId ? thread.phase : undefined));
  const problem = useDesk(({ thread }) => thread?.problem?.message);
  return (
    <section className={styles.talk} aria-label="Conversation">
      <h2 className={styles.paneHead}>
        <Name>{`@${handle}`}</Name>
      </h2>
      {phase === 'ready' && <Messages />}
      {phase === 'failed' && <p className={styles.hint}>This thread could not be read. {problem}</p>}
    </section>
  );
};

const Nothing = () => {
  const problem = useReview((state) => state.problem);
  const work = useReview((state) => state.work);
  if (!work && problem === null) return <div className={styles.nothing} />;
  const isNew = work?.samples.length === 0;
  return (
    <div className={styles.nothing}>
      <p className={styles.why}>
        {problem ?? (isNew ? 'Nothing has been drawn yet.' : 'Nothing waits for you.')}
      </p>
      <p>
        {problem === null
          ? isNew
            ? 'Draw a sample: a few closed conversations of each person, by chance or by what happened in them.'
            : 'What you have done stands on the left; a new sample brings more.'
          : 'Nothing was lost. Go to another desk and come back to try again.'}
      </p>
    </div>
  );
};
