import type { PreviewedTalk } from '../../shared/api/import.ts';
import { folded } from '../text/plain.ts';
import { cx } from '../ui/cx.ts';
import { momentWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './import.module.css';

/** The first conversations as they would stand on this desk. */
export const Talks = ({ talks }: { talks: readonly PreviewedTalk[] }) =>
  talks.length > 0 && (
    <section aria-labelledby="import-talks">
      <h3 id="import-talks" className={form.label}>
        The first of them
      </h3>
      {/* It scrolls, so the keyboard must be able to be in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.talks} tabIndex={0} aria-label="The first conversations">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Message</th>
            </tr>
          </thead>
          {talks.map(({ handle, messages }, place) => (
            <tbody key={place}>
              <tr>
                <th scope="rowgroup" colSpan={3} className={styles.customer} dir="auto">
                  @{handle}
                </th>
              </tr>
              {messages.map(({ direction, author, text, at }, n) => (
                <tr key={n} className={cx(direction === 'out' && styles.out)}>
                  <td className={styles.when}>{momentWords(at)}</td>
                  <td className={styles.who}>{direction === 'out' ? `@${author}, we` : `@${author}`}</td>
                  <td dir="auto">{folded(text)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </section>
  );
