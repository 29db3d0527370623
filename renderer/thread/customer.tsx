import type { Card } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { NetworkGlyph } from '../ui/network-glyph.tsx';
import { followers, ordinal } from '../ui/number.ts';
import { statusWords } from '../ui/status-words.ts';
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
  const owner = isMine ? 'yours' : card.assigneeInitials && `with ${card.assigneeInitials}`;
  const facts = [
    [hasPublic && 'public', card.hasDirect && 'direct'].filter(Boolean).join(' + '),
    brand !== undefined && `to @${brand}`,
    contacts > 1 && `${ordinal(contacts)} contact`,
    card.reach !== null && followers(card.reach),
    statusWords[card.status],
    queue !== undefined && `in ${queue}`,
    owner,
  ];
  return (
    <header className={styles.customer}>
      <h2 className={styles.names}>
        <Name className={styles.name}>{card.name}</Name>{' '}
        <Name className={styles.handle}>{`@${card.handle}`}</Name>
      </h2>
      <p className={styles.facts}>
        <NetworkGlyph className={styles.glyph} /> {facts.filter(Boolean).join(' · ')}
      </p>
    </header>
  );
};
