import { useEffect, useRef, useState } from 'react';
import type { ImportState } from '../../shared/api/import.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import type { Import } from './use-import.ts';
import { momentWords, stateWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './import.module.css';

/** What can be imported, and what was. */
export const Choose = ({ importing }: { importing: Import }) => {
  const first = useRef<HTMLButtonElement>(null);
  const [earlier, setEarlier] = useState<readonly ImportState[]>([]);
  useEffect(() => {
    first.current?.focus();
    void attempt(async () => setEarlier(await call('import.list', {})));
  }, []);
  return (
    <>
      <p>
        A table (CSV) with a row for each message, an archive of Earshot (JSON Lines), or the archive that X
        makes of an account (zip). You see what it would become before anything is written.
      </p>
      <p className={form.hint}>
        Importing the same again changes nothing. An import can’t be taken back as a whole: look at it first.
      </p>
      {earlier.length > 0 && <Earlier all={earlier} importing={importing} />}
      <div className={form.buttons}>
        <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
          Leave
        </button>
        <button ref={first} type="button" className={form.primary} onClick={() => void importing.choose()}>
          Choose a file…
        </button>
      </div>
    </>
  );
};

const Earlier = ({ all, importing }: { all: readonly ImportState[]; importing: Import }) => (
  <section aria-labelledby="earlier-imports">
    <h3 id="earlier-imports" className={form.label}>
      Earlier imports
    </h3>
    <ul className={styles.earlier}>
      {all.map((one) => (
        <li key={one.id} className={styles.one}>
          <span className={styles.what}>
            <span dir="auto">{one.name}</span>
            <span className={form.hint}>
              {momentWords(one.beganAt)} · {stateWords(one)}
            </span>
          </span>
          {(one.state === 'stopped' || one.state === 'failed') && (
            <button
              type="button"
              className={form.plain}
              aria-label={`Go on with ${one.name}`}
              onClick={() => void importing.resume(one.id, one.name)}
            >
              Go on
            </button>
          )}
          {one.refused > 0 && <SaveReport one={one} />}
        </li>
      ))}
    </ul>
  </section>
);

/** Where each row that was not taken stands in the file, and why, as a table of its own. */
export const SaveReport = ({ one }: { one: Pick<ImportState, 'id' | 'name'> }) => (
  <button
    type="button"
    className={form.plain}
    aria-label={`Save what was refused… of ${one.name}`}
    onClick={() =>
      void attempt(async () => {
        const saved = await call('import.saveReport', { id: one.id });
        if (saved) notify(`Saved as ${saved.name}.`);
      })
    }
  >
    Save what was refused…
  </button>
);
