import type { Gap } from '../../shared/model.ts';
import { GapRow } from './gap-row.tsx';
import styles from './gap-row.module.css';

/** Between what was said before the gap and what was said after. */
export const GapInThread = ({ row }: { row: Gap }) => (
  <div className={styles.inThread}>
    <GapRow row={row} isUnderItsBrand />
  </div>
);
