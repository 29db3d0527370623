import styles from './clock-settings.module.css';

/** A day of 24 hours, the open ones filled; the words beside it say the same. */
export const DayBar = ({ spans }: { spans: readonly (readonly [number, number])[] | undefined }) => (
  <svg className={styles.bar} viewBox="0 0 1440 100" preserveAspectRatio="none" aria-hidden="true">
    <rect className={styles.closed} width="1440" height="100" />
    {(spans ?? []).map(([from, to]) => (
      <rect key={from} className={styles.opened} x={from} width={to - from} height="100" />
    ))}
  </svg>
);
