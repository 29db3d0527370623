import { memo } from 'react';
import type { OutboxItem } from '../../shared/model.ts';
import { focusItem } from '../commands/outbox.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { outboxWords } from '../thread/outbox-words.ts';
import { clockTime } from '../ui/time.ts';
import { doubtLines } from './doubt-lines.ts';
import { MailRow } from './mail-row.tsx';
import styles from './mail.module.css';

const buttons = [
  ['outbox.sendNow', 'Send now'],
  ['outbox.retry', 'Try again'],
  ['outbox.arrived', 'It arrived'],
  ['outbox.lost', 'It did not'],
  ['outbox.edit', 'Edit'],
  ['outbox.cancel', 'Take back'],
] as const;

export const ItemRow = memo(({ item, isFirst }: { item: OutboxItem; isFirst: boolean }) => {
  const isOpen = useDesk(({ thread }) => item.threadId !== null && thread?.id === item.threadId);
  const brand = useDesk(
    ({ accounts }) => accounts.find(({ account }) => account.id === item.accountId)?.account.handle ?? '',
  );
  const words = useClock((now) => outboxWords(item, now).words);
  const { tone } = outboxWords(item, 0);
  const facts = [
    item.kind === 'dm' ? 'Direct message' : null,
    item.toHandle === null ? null : `as @${brand}`,
    `by ${item.byInitials}`,
    item.parts > 1 ? `part ${item.part} of ${item.parts}` : null,
    item.uploads.length > 0 ? `${item.uploads.length} attached` : null,
    item.scheduleId === null ? null : 'scheduled',
  ];
  return (
    <MailRow
      id={item.id}
      region="outbox"
      isFirst={isFirst}
      isOpen={isOpen}
      isFurther={item.part > 1}
      to={item.toHandle === null ? `Post as @${brand}` : <Name>{`@${item.toHandle}`}</Name>}
      about={facts.filter((fact) => fact !== null).join(' · ')}
      when={<time dateTime={new Date(item.queuedAt).toISOString()}>{clockTime(item.queuedAt)}</time>}
      text={item.text}
      tone={tone}
      state={words}
      buttons={buttons}
      open="outbox.open"
      onFocus={() => focusItem(item.id)}
    >
      {item.state.at === 'uncertain' &&
        doubtLines(item).map((line) => (
          <p key={line} className={styles.facts}>
            {line}
          </p>
        ))}
    </MailRow>
  );
});
