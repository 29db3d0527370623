import styles from './chain.module.css';

/** So much of a part's end is always shown: where it is cut is what one wants to see. */
const tail = 30;

/** A text that is too long, as the posts it will be: one sees where it is cut before it leaves. */
export const Chain = ({ parts, initials }: { parts: readonly string[]; initials: string }) => (
  <section className={styles.chain} aria-label={`Goes out as ${parts.length} posts`}>
    <p className={styles.head}>Goes out as {parts.length} posts, each answering the one before</p>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
    <ol className={styles.parts} tabIndex={0}>
      {parts.map((part, at) => {
        const whole = at === parts.length - 1 ? `${part} ^${initials}` : part;
        const points = [...whole];
        return (
          // The place of a part is what it is.
          <li key={at} className={styles.part} dir="auto" title={whole}>
            <span className={styles.start}>{points.slice(0, -tail).join('')}</span>
            <span className={styles.end}>{points.slice(-tail).join('')}</span>
          </li>
        );
      })}
    </ol>
  </section>
);
