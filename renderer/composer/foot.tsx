import type { Account, Card, MessageKind } from '../../shared/model.ts';
import { blanksIn } from '../../shared/snippet.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import { replyRightLine } from './reply-right.ts';
import { useMeasure } from './use-measure.ts';
import styles from './foot.module.css';

type Props = {
  card: Card;
  kind: MessageKind;
  text: string;
  account: Account | undefined;
  blocked: string | null;
  isSending: boolean;
};

/** The reply right, the signature, the count as the network counts, and Send. */
export const Foot = ({ card, kind, text, account, blocked, isSending }: Props) => {
  const initials = useDesk((desk) => desk.me.initials);
  const count = useMeasure(kind, text, initials);
  const isEmpty = text.trim() === '';
  const blanks = blanksIn(text);
  const cannot = isEmpty || isSending || blocked !== null || blanks.length > 0 || count?.isTooLong === true;
  const line =
    blanks.length > 0 && blocked === null
      ? `${blanks.join(' and ')} still to be filled in`
      : replyRightLine(card, kind, account);
  return (
    <div className={styles.foot}>
      <p className={styles.right} title={blocked ?? line}>
        {(blocked !== null || blanks.length > 0) && <Mark className={styles.mark} shape="breached" />} {line}
      </p>
      <button
        type="button"
        className={styles.signature}
        title="Your signature, added when it is sent. Press to change it."
        onClick={() => runCommand('agent.introduce')}
      >
        {initials === '' ? 'sign as…' : `^${initials}`}
      </button>
      {count && (
        <span className={cx(styles.count, count.isTooLong && styles.over)}>
          {count.used}/{count.limit}
          {count.isTooLong && <span className="spoken">, too long</span>}
        </span>
      )}
      <button
        type="button"
        className={styles.send}
        disabled={cannot}
        title={titled('composer.send')}
        onClick={() => runCommand('composer.send')}
      >
        Send
      </button>
    </div>
  );
};
