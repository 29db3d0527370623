import styles from './bar.module.css';

type Props = {
  /** Null: it is not known how far it is. */
  done: number | null;
  of: number | null;
} & ({ 'aria-label': string } | { 'aria-labelledby': string });

/** How far something long is. */
export const Bar = ({ done, of, ...named }: Props) => (
  <progress
    {...named}
    className={styles.bar}
    max={of ?? undefined}
    value={of === null ? undefined : (done ?? undefined)}
  />
);
