import styles from './chain.module.css';

/** A text that is too long, as the posts it will be: one sees where it is cut before it leaves. */
export const Chain = ({ parts, initials }: { parts: readonly string[]; initials: string }) => (
  <section className={styles.chain} aria-label={`Goes out as ${parts.length} posts`}>
    <p className={styles.head}>Goes out as {parts.length} posts, each answering the one before</p>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard */}
    <ol className={styles.parts} tabIndex={0}>
      {parts.map((part, at) => {
        const whole = at === parts.length - 1 ? `${part} ^${initials}` : part;
        const end = beginningOfEnd(whole);
        return (
          // The place of a part is what it is.
          <li key={at} className={styles.part} dir="auto" title={whole}>
            <span className={styles.start}>{whole.slice(0, end)}</span>
            <span className={styles.end}>{whole.slice(end)}</span>
          </li>
        );
      })}
    </ol>
  </section>
);

/** The end of a part is always shown, for it is cut there: from a word on, or from a letter where words have no gaps. */
const beginningOfEnd = (whole: string): number => {
  const word = whole.search(/\s\S.{0,32}$/u);
  if (word !== -1 && whole.length - word > 14) return word;
  return [...whole].slice(0, -24).join('').length;
};
