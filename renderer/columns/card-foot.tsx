import type { Card } from '../../shared/model.ts';
import { standstillOf } from '../accounts/standstill.ts';
import { Pill } from '../clocks/pill.tsx';
import { replyRightMark, rightOf } from '../composer/reply-right.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { WorkMarks } from '../thread/work-marks.tsx';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { short } from '../ui/number.ts';
import { statusMark, statusWords } from '../ui/status-words.ts';
import { age } from '../ui/time.ts';
import styles from './card-foot.module.css';

/** The last line: who waits since when, what is odd about answering, whose it is. */
export const CardFoot = ({ card }: { card: Card }) => {
  const mark = statusMark(card.status);
  return (
    <div className={styles.foot}>
      {card.clock !== null && <Pill threadId={card.id} clock={card.clock} />}
      {card.clock === null && card.waitingSince !== null && <Waiting since={card.waitingSince} />}
      {mark !== null && (
        <span className={styles.status} title={statusWords[card.status]}>
          {mark}
        </span>
      )}
      <WorkMarks card={card} mostTags={2} />
      {card.sending !== null && <Sending state={card.sending} />}
      {card.isPreviewEdited && card.previewGone === null && (
        <span
          className={styles.mark}
          title="Its author has changed it. The thread shows what it said before."
        >
          edited
        </span>
      )}
      {card.hasDirect && (
        <span className={styles.direct} title="Has direct messages">
          DM
        </span>
      )}
      {card.otherAnswers > 0 && (
        <span
          className={styles.mark}
          title="Another customer has answered in public. Open it to thank them and close it."
        >
          <span aria-hidden="true">↩ </span>
          {card.otherAnswers}
          <span className="spoken"> answered by another</span>
        </span>
      )}
      {card.reposts > 0 && (
        <span className={styles.mark} title={`${card.reposts} reposts`}>
          <span aria-hidden="true">⟳ </span>
          {short(card.reposts)}
          <span className="spoken"> reposts</span>
        </span>
      )}
      <MayReply card={card} />
      {card.assigneeInitials !== null && (
        <span className={styles.owner} title={`Owned by ${card.assigneeInitials}`}>
          <span className="spoken">owned by </span>
          {card.assigneeInitials}
        </span>
      )}
    </div>
  );
};

/** Nothing when it is plain "may reply"; an account that stands still comes before all else. */
const MayReply = ({ card }: { card: Card }) => {
  const still = useDesk((desk) => standstillOf(desk, card.accountId)?.mark ?? null);
  const why = useDesk((desk) => standstillOf(desk, card.accountId)?.why ?? null);
  const mark = still ?? replyRightMark(card);
  if (mark === null) return null;
  const title = why === null ? rightOf(card, card.previewKind).line : `Nothing is sent: ${why}`;
  return (
    <span className={styles.right} title={title}>
      {mark}
    </span>
  );
};

const Waiting = ({ since }: { since: number }) => {
  const text = useClock((now) => age(since, now));
  return (
    <span className={styles.pill} title="Waiting for an answer since then">
      <Mark shape="fine" />
      <span className="spoken">waiting </span>
      {text}
    </span>
  );
};

const sendingWords = {
  queued: { shape: 'soon', words: 'sending', tone: 'quiet' },
  sending: { shape: 'soon', words: 'sending', tone: 'quiet' },
  failed: { shape: 'breached', words: 'not sent', tone: 'failed' },
  uncertain: { shape: 'now', words: 'being checked', tone: 'uncertain' },
} as const;

const Sending = ({ state }: { state: NonNullable<Card['sending']> }) => {
  const { shape, words, tone } = sendingWords[state];
  return (
    <span className={cx(styles.mark, styles[tone])}>
      <Mark shape={shape} />
      {words}
    </span>
  );
};
