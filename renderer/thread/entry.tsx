import { memo, type ReactNode } from 'react';
import type { Message } from '../../shared/model.ts';
import { Name } from '../text/name.tsx';
import { RichText } from '../text/rich-text.tsx';
import { cx } from '../ui/cx.ts';
import { clockTime, fullTime } from '../ui/time.ts';
import { Attachments } from './attachments.tsx';
import { Edited } from './edited.tsx';
import { entryFacts } from './entry-facts.ts';
import { ExtrasOf } from './extras/extras.tsx';
import { Gone } from './gone.tsx';
import styles from './entry.module.css';

type Props = {
  message: Message;
  /** `context`: others, above the first; `other`: someone else inside; `talk`: the customer and the brand. */
  place: 'context' | 'other' | 'talk';
  above?: ReactNode;
  /** It may be the answer of which nobody knows whether it arrived, further down. */
  isPerhapsOurs?: boolean;
};

export const Entry = memo(({ message, place, above, isPerhapsOurs = false }: Props) => {
  const { kind, direction, createdAt, text, lang, gone } = message;
  const facts = entryFacts(message, isPerhapsOurs);
  return (
    <>
      {above}
      <div
        className={cx(
          styles.entry,
          styles[direction],
          kind === 'dm' && styles.direct,
          place !== 'talk' && styles.aside,
        )}
        data-message-id={message.id}
      >
        <time
          className={styles.time}
          dateTime={new Date(createdAt).toISOString()}
          title={fullTime(createdAt)}
        >
          {clockTime(createdAt)}
        </time>
        <div className={styles.said}>
          {place !== 'talk' && (
            <p className={styles.author}>
              <Name>{`@${message.authorHandle}`}</Name>
            </p>
          )}
          {gone === null ? (
            <>
              <div className={styles.text} dir="auto">
                <RichText text={text} lang={lang} />
              </div>
              {message.isEdited && <Edited message={message} />}
              <Attachments all={message.attachments} />
              {message.extras !== null && <ExtrasOf extras={message.extras} />}
            </>
          ) : (
            <Gone gone={gone} />
          )}
          {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
        </div>
      </div>
    </>
  );
});
