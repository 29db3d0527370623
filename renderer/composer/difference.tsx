import { useEffect, useMemo, useState } from 'react';
import type { MessageVersion } from '../../shared/model.ts';
import type { Card, Message } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import type { Composing } from '../store/state.ts';
import { folded } from '../text/plain.ts';
import { clockTime } from '../ui/time.ts';
import { differenceSince, goOnWriting, type Difference } from './moved-on.ts';
import { sendAnyway } from './send.ts';
import styles from './difference.module.css';

type Props = { card: Card; missed: NonNullable<Composing['missed']>; message: string; canSend: boolean };

/** Why the send was stopped, with everything that is not as its author saw it: the answer may have to be another one. */
export const MovedOn = ({ card, missed, message, canSend }: Props) => {
  const thread = useDesk((desk) => (desk.thread?.id === card.id ? desk.thread : null));
  const me = useDesk((desk) => desk.me);
  const all = useMemo(() => (thread ? differenceSince(thread, missed, me) : []), [thread, missed, me]);
  return (
    <div className={styles.box} role="alert">
      <p>Not sent: {message}</p>
      {all.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
        <ul className={styles.list} tabIndex={0} aria-label="What is new">
          {all.map((one) => (
            <li
              key={`${one.what} ${one.what === 'sending' ? one.item.id : one.message.id}`}
              className={styles.one}
            >
              <One one={one} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={() => goOnWriting(card.id)}>
          Go on writing
        </button>
        {canSend && (
          <button
            type="button"
            className={styles.button}
            title="Sends it as it is; the log keeps what was overridden"
            onClick={() => void sendAnyway()}
          >
            Send anyway
          </button>
        )}
      </div>
    </div>
  );
};

const One = ({ one }: { one: Difference }) => {
  switch (one.what) {
    case 'sending':
      return (
        <>
          <p className={styles.what}>{one.item.byInitials} is sending</p>
          <Words text={one.item.text} />
        </>
      );
    case 'came':
      return (
        <>
          <p className={styles.what}>{cameWords(one.message, one.by)}</p>
          <Words text={one.message.text} />
        </>
      );
    case 'gone':
      return <p className={styles.what}>{goneWords(one.message)}</p>;
    default:
      return <Edited message={one.message} />;
  }
};

const Words = ({ text }: { text: string }) => (
  <blockquote className={styles.text} dir="auto">
    {text}
  </blockquote>
);

const cameWords = (
  { authorHandle, sentBy, createdAt, kind }: Message,
  by: 'customer' | 'us' | 'other',
): string => {
  const how = kind === 'dm' ? ' in private' : '';
  if (by === 'us') return `${sentBy ?? `@${folded(authorHandle)}`} answered${how} ${clockTime(createdAt)}`;
  return `@${folded(authorHandle)} wrote${how} ${clockTime(createdAt)}`;
};

const because = {
  deleted: 'was deleted',
  protected: 'is protected now',
  suspended: 'is gone with its account, which was suspended',
  withheld: 'is withheld by X',
  expired: 'is not kept any longer',
} as const;

const goneWords = ({ authorHandle, createdAt, gone }: Message): string =>
  `What @${folded(authorHandle)} wrote ${clockTime(createdAt)} ${because[gone?.because ?? 'deleted']}. Its words are gone here too.`;

const Edited = ({ message }: { message: Message }) => {
  const [before, setBefore] = useState<MessageVersion | null>(null);
  const { id, text, authorHandle, alteredAt } = message;
  useEffect(() => {
    let isOver = false;
    call('message.versions', { messageId: id }).then(
      (versions) => isOver || setBefore(versions.findLast((version) => version.text !== text) ?? null),
      // What it says now is on screen all the same.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [id, text]);
  return (
    <>
      <p className={styles.what}>
        @{folded(authorHandle)} edited a message{alteredAt === null ? '' : `, seen ${clockTime(alteredAt)}`}
      </p>
      {before !== null && (
        <del className={styles.before} dir="auto">
          {before.text}
        </del>
      )}
      <ins className={styles.after} dir="auto">
        {text}
      </ins>
    </>
  );
};
