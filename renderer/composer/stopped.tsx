import type { Failure } from '../../shared/errors.ts';
import type { Card } from '../../shared/model.ts';
import { useClock } from '../store/clock.ts';
import { set, useDesk } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import type { Composing } from '../store/state.ts';
import { folded } from '../text/plain.ts';
import { Mark } from '../ui/mark.tsx';
import { percent, whoWrote } from './alike-words.ts';
import { MovedOn } from './difference.tsx';
import { sendAlike } from './send.ts';
import styles from './stopped.module.css';

type Props = { card: Card; composing: Composing; stopped: Failure };

/** Why it did not go out, that the text is safe, and what to do. */
export const Stopped = ({ card, composing, stopped }: Props) => {
  const { alike, missed } = composing;
  if (stopped.code === 'too-alike' && alike !== null)
    return <TooAlike card={card} composing={composing} alike={alike} />;
  if ((stopped.code === 'moved-on' || stopped.code === 'gone') && missed !== null)
    // What is gone can't be answered, however one insists.
    return (
      <MovedOn card={card} missed={missed} message={stopped.message} canSend={stopped.code === 'moved-on'} />
    );
  return (
    <div className={styles.stopped} role="alert">
      <p>
        <Mark className={styles.mark} shape="breached" /> {stopped.message}
      </p>
    </div>
  );
};

type Alike = NonNullable<Composing['alike']>;

/** Both texts beside each other: the agent sees what a customer who reads both would see. */
const TooAlike = ({ card, composing, alike }: { card: Card; composing: Composing; alike: Alike }) => {
  const me = useDesk((desk) => desk.me.initials);
  const who = useClock((now) => whoWrote(alike, me, now));
  const change = (): void => {
    edit(card.id, (current) => ({ ...current, stopped: null, alike: null }));
    set({ wantsFocus: 'composer' });
  };
  return (
    <div className={styles.alike} role="alert">
      <p>
        Not sent yet: {percent(alike)} like what {who}. Customers read both. Your text is kept.
      </p>
      <div className={styles.pair}>
        <figure className={styles.one}>
          <figcaption className={styles.whose}>You, to @{folded(card.handle)}</figcaption>
          <blockquote className={styles.text} dir="auto">
            {composing.texts[composing.kind]}
          </blockquote>
        </figure>
        <figure className={styles.one}>
          <figcaption className={styles.whose}>
            {alike.by === me ? 'You' : alike.by}, to @{folded(alike.handle)}
          </figcaption>
          <blockquote className={styles.text} dir="auto">
            {alike.text}
          </blockquote>
        </figure>
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={change}>
          Change it
        </button>
        <button
          type="button"
          className={styles.button}
          title="Sends it as it is; the log keeps that it was sent all the same"
          onClick={() => void sendAlike()}
        >
          Send anyway
        </button>
      </div>
    </div>
  );
};
