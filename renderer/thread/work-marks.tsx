import { memo } from 'react';
import type { Card } from '../../shared/model.ts';
import { wakeWords } from '../snooze/moment-words.ts';
import { useClock } from '../store/clock.ts';
import { TagChips } from '../tags/tag-chip.tsx';
import { plural } from '../ui/number.ts';
import styles from './work-marks.module.css';

/** What agents have made of a thread: how urgent, until when it sleeps, its tags and notes. */
export const WorkMarks = memo(({ card, mostTags }: { card: Card; mostTags: number }) => (
  <>
    {card.snoozedUntil !== null && <Until at={card.snoozedUntil} />}
    {card.priority < 2 && <Urgency isUrgent={card.priority === 0} />}
    {card.priority === 3 && <span className={styles.mark}>low</span>}
    {card.tags.length > 0 && (
      <span className={styles.tags}>
        <TagChips ids={card.tags} most={mostTags} />
      </span>
    )}
    {card.notes > 0 && (
      <span className={styles.note} title={plural(card.notes, 'note')}>
        <span aria-hidden="true">✎ {card.notes}</span>
        <span className="spoken">{plural(card.notes, 'note')}</span>
      </span>
    )}
  </>
));

const Urgency = ({ isUrgent }: { isUrgent: boolean }) => (
  <span
    className={isUrgent ? styles.urgent : styles.high}
    title={isUrgent ? 'Priority: urgent' : 'Priority: high'}
  >
    <span aria-hidden="true">{isUrgent ? '▲' : '△'}</span> {isUrgent ? 'urgent' : 'high'}
  </span>
);

const Until = ({ at }: { at: number }) => {
  const words = useClock((now) => wakeWords(at, now));
  return <span className={styles.mark}>until {words}</span>;
};
