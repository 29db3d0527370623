import type { Gap } from '../../shared/model.ts';
import { GapRow } from '../gaps/gap-row.tsx';
import { gapPitch } from './use-gaps.ts';
import styles from './gap-strip.module.css';

/** Above all rows: what may be missing further back than this column is loaded. */
export const GapsOnTop = ({ gaps }: { gaps: readonly Gap[] }) =>
  gaps.length === 0 ? null : (
    <div className={styles.top}>
      {gaps.map((gap) => (
        <GapRow key={gap.id} row={gap} />
      ))}
    </div>
  );

/** Between two rows, at the place in time. */
export const GapsAt = ({ gaps, start }: { gaps: readonly Gap[]; start: number }) =>
  gaps.map((gap, at) => (
    <div
      key={gap.id}
      className={styles.between}
      style={{ transform: `translateY(${start + at * gapPitch}px)` }}
    >
      <GapRow row={gap} />
    </div>
  ));
