import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { cx } from '../ui/cx.ts';
import { Mark } from '../ui/mark.tsx';
import styles from './people.module.css';

type Props = {
  successors: readonly Agent[];
  loads: HandOverSheet['loads'];
  gains: ReadonlyMap<AgentId, number>;
};

/** What each of those on duty has, and would have: `CD 12 → 19 of 20`. */
export const Loads = ({ successors, loads, gains }: Props) => {
  if (successors.length === 0) {
    return <p className={styles.aside}>Nobody else is on duty: what is yours goes back to its queues.</p>;
  }
  return (
    <ul className={styles.loads} aria-label="Open threads on duty">
      {successors.map(({ id, name, initials, loadCap }) => {
        const open = loads.find(({ agentId }) => agentId === id)?.open ?? 0;
        const after = open + (gains.get(id) ?? 0);
        const isOver = loadCap !== null && after > loadCap;
        return (
          <li key={id} className={cx(styles.load, isOver && styles.over)} title={name}>
            {isOver && <Mark shape="now" />} <strong>{initials}</strong> {open}
            {after > open && ` → ${after}`}
            {loadCap !== null && ` of ${loadCap}`}
            {isOver && <span className="spoken">, over the cap</span>}
          </li>
        );
      })}
    </ul>
  );
};
