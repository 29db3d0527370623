import styles from './check.module.css';

/** On a selected card: seen as a check in its corner, said after its name. */
export const Check = ({ id }: { id: string }) => (
  <span className={styles.check} id={id}>
    <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 6.5 4.8 9.3 10 3.2" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
    <span className="spoken">, selected</span>
  </span>
);
