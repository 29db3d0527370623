import { useEffect } from 'react';
import { on } from '../call.ts';
import { useOwnKeyboard } from '../outbox/use-own-keyboard.ts';
import { useDesk } from '../store/desk.ts';
import { get } from '../store/desk.ts';
import { Filters } from './filters.tsx';
import { LogState } from './log-state.tsx';
import { People } from './people.tsx';
import { Rows } from './rows.tsx';
import { audit, readLog, readNew, show } from './store.ts';
import styles from './audit.module.css';

/** However much is done meanwhile. */
const atMostEveryMs = 1500;

/** Who saw what, and who did what: the log of this desk, in words. */
export const Audit = ({ title }: { title: string }) => {
  const desk = useOwnKeyboard();
  const isOpen = useDesk(({ thread }) => thread !== null);
  useEffect(follow, []);
  // What was opened from here is closed: the keyboard comes back.
  useEffect(() => {
    if (!isOpen && get().overlay === null && document.activeElement === document.body) desk.current?.focus();
  }, [isOpen, desk]);
  return (
    <main ref={desk} className={styles.audit} aria-label={title} data-region="audit" tabIndex={-1}>
      <h1 className="spoken">{title}</h1>
      <div className={styles.top}>
        <Filters />
        <LogState />
        <People />
      </div>
      <Rows />
    </main>
  );
};

const follow = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    timer = undefined;
    void readNew();
    void readLog();
  };
  const soon = (): void => {
    timer ??= setTimeout(read, atMostEveryMs);
  };
  const stops = [on('rows.changed', soon), on('jobs.changed', soon)];
  void readLog();
  if (audit().entries.length === 0 && audit().phase !== 'failed') void show(audit().filter, audit().threadOf);
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
  };
};
