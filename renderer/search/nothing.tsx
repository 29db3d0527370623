import { useEffect, useState } from 'react';
import { KeyCap } from '../ui/key-cap.tsx';
import { toField } from './moving.ts';
import { isTooShort, plainText } from './plain.ts';
import { forgetRecent, isShown, readOn } from './run.ts';
import { search, setText, useSearch } from './store.ts';
import { alternatives, tried, type Instead } from './why-nothing.ts';
import styles from './archive.module.css';

const examples: readonly Instead[] = [
  { text: 'refund', says: 'a word, in whatever case and with whatever accents' },
  { text: '"no signal since"', says: 'words one after the other' },
  { text: 'bill* -paid', says: 'words that begin so, without another' },
  { text: 'from:mayaok after:last-week', says: 'what somebody wrote, since when' },
  { text: 'is:dm has:image assigned:me', says: 'pictures in direct messages of your own threads' },
  { text: 'is:breached status:resolved on:last-month', says: 'of last month, late, and resolved since' },
];

/** Where no places stand: what could be looked for, or why nothing was found. */
export const Nothing = () => {
  const isEmpty = useSearch((state) => state.text.trim() === '');
  const isAnswered = useSearch((state) => isShown(state) && !state.isBusy);
  const isCut = useSearch(({ shown }) => shown?.isCut ?? false);
  const asked = useSearch(({ shown }) => shown?.text ?? '');
  const isShort = useSearch(isTooShort);
  if (isEmpty) return <Beginning />;
  if (isShort) return <OneLetter />;
  // While a newer search runs there is nothing to say yet.
  if (!isAnswered) return <div className={styles.nothing} />;
  return isCut ? <NotYet /> : <NotFound key={asked} />;
};

const Beginning = () => {
  const recent = useSearch((state) => state.recent);
  return (
    <div className={styles.nothing}>
      <div className={styles.group}>
        <p className={styles.why}>
          Everything that was said here can be found: messages, notes, what was noted of calls.
        </p>
        <p className={styles.what}>
          It is all on this machine. What was deleted at its source can’t be found by its words.
        </p>
      </div>
      {recent.length > 0 && (
        <section className={styles.group}>
          <h2 className={styles.caps}>
            Looked for lately
            <button type="button" className={styles.forget} onClick={() => void forgetRecent()}>
              Forget these
            </button>
          </h2>
          <Offers all={recent.map((text) => ({ text, says: '' }))} />
        </section>
      )}
      <section className={styles.group}>
        <h2 className={styles.caps}>For example</h2>
        <Offers all={examples} />
      </section>
    </div>
  );
};

const OneLetter = () => (
  <div className={styles.nothing}>
    <p className={styles.what}>Type on, or press Enter to look for this letter as a word.</p>
  </div>
);

const NotYet = () => (
  <div className={styles.nothing}>
    <div className={styles.group}>
      <p className={styles.why}>Two seconds of looking found nothing yet.</p>
      <p className={styles.what}>Older messages were not reached. A word more makes it quicker.</p>
    </div>
    <button type="button" className={styles.button} onClick={() => void readOn()}>
      Go on looking
    </button>
  </div>
);

const NotFound = () => {
  const [instead, setInstead] = useState<readonly Instead[]>([]);
  useEffect(() => {
    let isStill = true;
    void tried(alternatives(plainText(search())), () => isStill).then(
      (found) => isStill && setInstead(found),
    );
    return () => void (isStill = false);
  }, []);
  return (
    <div className={styles.nothing}>
      <div className={styles.group}>
        <p className={styles.why}>Nothing was found.</p>
        <p className={styles.what}>
          {instead.length > 0
            ? 'Something is found if it is asked in another way:'
            : 'Try fewer words, or the beginning of one with a star: refu*.'}
        </p>
      </div>
      {instead.length > 0 && <Offers all={instead} />}
      <p className={styles.what}>
        <KeyCap id="search.form" /> to search by form.
      </p>
    </div>
  );
};

/** Searches to be taken with a press. */
const Offers = ({ all }: { all: readonly Instead[] }) => (
  <ul className={styles.offers}>
    {all.map(({ text, says }) => (
      <li key={text}>
        <button
          type="button"
          className={styles.offer}
          onClick={() => {
            setText(text);
            toField();
          }}
        >
          <span className={styles.typed}>{text}</span>
          <span className={styles.means}>{says}</span>
        </button>
      </li>
    ))}
  </ul>
);
