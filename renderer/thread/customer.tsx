import { priorityNames, type Card, type Ms } from '../../shared/model.ts';
import { HeldMark } from '../retention/held-mark.tsx';
import { wakeWords } from '../snooze/moment-words.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { TagChips } from '../tags/tag-chip.tsx';
import { Name } from '../text/name.tsx';
import { NetworkGlyph } from '../ui/network-glyph.tsx';
import { followers, ordinal } from '../ui/number.ts';
import { statusWords } from '../ui/status-words.ts';
import { reasonWords } from './reason-words.ts';
import styles from './customer.module.css';

/** Who this is, where they wrote, how often before, and how far their voice carries. */
export const Customer = ({ card }: { card: Card }) => {
  const contacts = useDesk((desk) => (desk.thread?.previous.length ?? 0) + 1);
  const isMine = useDesk((desk) => card.assigneeId === desk.me.id);
  const hasPublic = useDesk((desk) => desk.thread?.messages.some(({ kind }) => kind === 'post') ?? false);
  // With one brand there is nothing to tell apart.
  const brand = useDesk(({ accounts }) =>
    accounts.length > 1
      ? accounts.find(({ account }) => account.id === card.accountId)?.account.handle
      : undefined,
  );
  const queue = useDesk(({ queues }) => queues.find(({ id }) => id === card.queueId)?.name);
  const now = useClock((at) => Math.floor(at / 60_000) * 60_000);
  const owner = isMine ? 'yours' : card.assigneeInitials && `with ${card.assigneeInitials}`;
  // What is cut off when there is little room is what matters least.
  const facts = [
    statusOf(card, now),
    owner,
    [hasPublic && 'public', card.hasDirect && 'direct'].filter(Boolean).join(' + '),
    brand !== undefined && `to @${brand}`,
    contacts > 1 && `${ordinal(contacts)} contact`,
    card.reach !== null && followers(card.reach),
    queue !== undefined && `in ${queue}`,
  ];
  const words = facts.filter(Boolean).join(' · ');
  return (
    <header className={styles.customer}>
      <h2 className={styles.names}>
        <Name className={styles.name}>{card.name}</Name>{' '}
        <Name className={styles.handle}>{`@${card.handle}`}</Name>
      </h2>
      <p className={styles.facts} title={words}>
        <NetworkGlyph className={styles.glyph} /> {words}
      </p>
      <div className={styles.marks}>
        <HeldMark card={card} />
        <TagChips ids={card.tags} most={6} />
      </div>
    </header>
  );
};

/** `Snoozed until Mon 09:00`, `No action: spam`, `Open, urgent`. */
const statusOf = ({ status, snoozedUntil, reason, priority }: Card, now: Ms): string => {
  const words = statusWords[status];
  if (status === 'snoozed') {
    return `${words} until ${snoozedUntil === null ? 'they answer' : wakeWords(snoozedUntil, now)}`;
  }
  const why = reasonWords(reason);
  if (why !== null) return `${words}: ${why}`;
  return priority === 2 ? words : `${words}, ${priorityNames[priority]}`;
};
