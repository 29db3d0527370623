import { History, Smile } from 'lucide-react';
import type { Card, MessageKind } from '../../shared/model.ts';
import { blanksIn } from '../../shared/snippet.ts';
import { runCommand } from '../commands/run.ts';
import { AttachButton } from '../media/attach-button.tsx';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import type { Counted } from './counting.ts';
import { Instead } from './instead.tsx';
import type { Right } from './reply-right.ts';
import styles from './foot.module.css';

type Props = {
  card: Card;
  kind: MessageKind;
  text: string;
  counted: Counted | null;
  right: Right;
  /** Nothing of the account is sent: why stands above, and counts more than the right. */
  isStill: boolean;
  isSending: boolean;
};

/** The reply right and what can be done instead, the tools, the signature, the count as the network counts, and Send. */
export const Foot = ({ card, kind, text, counted, right, isStill, isSending }: Props) => {
  const initials = useDesk((desk) => desk.me.initials);
  const { blocked } = right;
  const isEmpty = text.trim() === '';
  const blanks = blanksIn(text);
  const cannot =
    isEmpty || isSending || isStill || blocked !== null || blanks.length > 0 || counted?.isTooLong === true;
  const line =
    blanks.length > 0 && blocked === null ? `${blanks.join(' and ')} still to be filled in` : right.line;
  return (
    <div className={styles.foot}>
      {!isStill && (
        <div className={styles.row}>
          <p className={styles.right} title={blocked ?? line}>
            {(blocked !== null || blanks.length > 0) && <Mark className={styles.mark} shape="breached" />}{' '}
            {line}
          </p>
          <Instead card={card} ways={right.instead} />
        </div>
      )}
      <div className={styles.row}>
        <span className={styles.tools}>
          <AttachButton card={card} kind={kind} />
          <button
            type="button"
            className={styles.tool}
            title={titled('composer.emoji')}
            onClick={() => runCommand('composer.emoji')}
          >
            <Smile size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.tool}
            title={titled('composer.versions')}
            onClick={() => runCommand('composer.versions')}
          >
            <History size={15} strokeWidth={1.75} aria-hidden="true" />
          </button>
        </span>
        <button
          type="button"
          className={styles.signature}
          title="Your signature, added when it is sent. Press to change it."
          onClick={() => runCommand('agent.introduce')}
        >
          {initials === '' ? 'sign as…' : `^${initials}`}
        </button>
        {counted && <Count counted={counted} />}
        <button
          type="button"
          className={styles.send}
          disabled={cannot}
          title={titled('composer.send')}
          onClick={() => runCommand('composer.send')}
        >
          {counted && counted.parts.length > 1 && !counted.isTooLong
            ? `Send ${counted.parts.length}`
            : 'Send'}
        </button>
      </div>
    </div>
  );
};

/** What one post holds; past it, how many it takes. */
const Count = ({ counted: { used, limit, parts, isTooLong } }: { counted: Counted }) => (
  <span
    className={cx(styles.count, isTooLong && styles.over)}
    title="As the network counts: links 23, emoji 2, your signature included"
  >
    {used}/{limit}
    {parts.length > 1 && !isTooLong && ` · ${parts.length} posts`}
    {isTooLong && <span className="spoken">, too long</span>}
  </span>
);
