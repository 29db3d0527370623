import { useEffect } from 'react';
import { on } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { Bar } from './bar.tsx';
import { SearchField } from './field.tsx';
import { SearchForm } from './form.tsx';
import { isTooShort } from './plain.ts';
import { Results } from './results.tsx';
import { readIndex, readRecent, remember, run } from './run.ts';
import { stillThere } from './still-there.ts';
import { search, setSearch, useSearch } from './store.ts';
import styles from './archive.module.css';

/** So long after the last letter: who types a word asks once. */
const pauseMs = 80;
/** While there is something that can't be found yet. */
const indexEveryMs = 2000;

/** Everything that was ever said here: a field, and what it finds. */
export const Archive = ({ title }: { title: string }) => {
  const text = useSearch((state) => state.text);
  const isShort = useSearch(isTooShort);
  const order = useSearch((state) => state.order);
  const isFormOpen = useSearch((state) => state.isFormOpen);
  const isOpen = useDesk((desk) => desk.thread !== null);
  useEffect(() => {
    const { shown } = search();
    if (isShort || (shown?.text === text && shown.order === order)) return undefined;
    const timer = setTimeout(() => void run(), text === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, order, isShort]);
  useEffect(() => {
    // What was found when one was here last may be gone since.
    if (search().shown) void run();
    const stop = on('rows.changed', (rows) =>
      setSearch(({ shown }) => ({ shown: shown && stillThere(shown, rows) })),
    );
    void readRecent();
    void readIndex();
    const timer = setInterval(() => {
      const { index } = search();
      if (index === null || index.indexed < index.of) void readIndex();
    }, indexEveryMs);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
  // Once for each answer that somebody goes through.
  const walked = useSearch(({ place, shown }) => (place === null ? null : (shown?.text ?? null)));
  useEffect(() => {
    if (walked !== null) void remember();
  }, [walked]);
  return (
    <main className={styles.archive} aria-label={title} data-region="search" data-open={isOpen || undefined}>
      <h1 className="spoken">{title}</h1>
      <search className={styles.top}>
        <SearchField />
        {isFormOpen && <SearchForm />}
        <Bar />
      </search>
      <Results />
    </main>
  );
};
