import type { Gap } from '../../shared/model.ts';
import { noteGap } from '../commands/receiving.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { cx } from '../ui/cx.ts';
import { gapWords } from './words.ts';
import styles from './gap-row.module.css';

type Props = {
  row: Gap;
  /** It stands where the brand is named already. */
  isUnderItsBrand?: boolean;
};

/** A span that may be missing, said where one would look for it. One press and it is noted; Undo shows it again. */
export const GapRow = ({ row: gap, isUnderItsBrand = false }: Props) => {
  const { span, why } = useWords(gap);
  const may = useDesk((desk) => iMay(desk, 'thread.work'));
  const brand = useDesk(({ accounts }) =>
    accounts.length > 1
      ? accounts.find(({ account }) => account.id === gap.accountId)?.account.handle
      : undefined,
  );
  const isLost = gap.kind === 'lost';
  const hasEnded = gap.endedAt !== null;
  const at = brand === undefined || isUnderItsBrand ? '' : `@${brand}: `;
  return (
    <div
      className={cx(styles.gap, isLost && styles.lost, hasEnded && styles.ended)}
      role="note"
      aria-label="Messages that may be missing"
      data-gap-id={gap.id}
    >
      <p
        className={styles.words}
        title={hasEnded ? 'This is settled, and goes when the column is shown anew' : `${at}${span} ${why}`}
      >
        <strong className={styles.span}>
          {at}
          {span}
        </strong>{' '}
        {why}
      </p>
      {isLost && may && !hasEnded && (
        <button
          type="button"
          className={styles.button}
          title="I know of it: no need to show it any longer. Undo shows it again."
          onClick={() => void noteGap(gap.id)}
        >
          Noted
        </button>
      )}
    </div>
  );
};

const useWords = (gap: Gap): { span: string; why: string } => {
  // The words change with the day, not with the second.
  const minute = useClock((now) => Math.floor(now / 60_000) * 60_000);
  return gapWords(gap, minute);
};
