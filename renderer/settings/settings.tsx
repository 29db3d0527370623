import { useEffect, useRef, type KeyboardEvent } from 'react';
import { set, useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sections } from './sections.ts';
import styles from './settings.module.css';

const panelId = 'settings-panel';

/** What this desk remembers for its agent, and what its team has agreed on; one section at a time. */
export const Settings = () => {
  const asked = useDesk((desk) => desk.settingsSection);
  const me = useDesk((desk) => desk.me);
  const mine = sections.filter(({ right }) => right === undefined || iMay({ me }, right));
  const shown = mine.find(({ id }) => id === asked) ?? mine[0];
  const list = useRef<HTMLDivElement>(null);
  const shownId = shown?.id;
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = mine.findIndex(({ id }) => id === shownId);
    const next = stepOf(event.key, at, mine.length);
    const section = next === null ? undefined : mine[next];
    if (!section) return;
    event.preventDefault();
    set({ settingsSection: section.id });
    list.current?.querySelector<HTMLElement>(`[data-section="${section.id}"]`)?.focus();
  };
  if (!shown) return null;
  const { View } = shown;
  return (
    <Dialog title="Settings" size="wide">
      <div className={styles.frame}>
        <div
          ref={list}
          className={styles.list}
          role="tablist"
          aria-label="Sections"
          aria-orientation="vertical"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {mine.map(({ id, title }) => (
            <button
              key={id}
              id={`settings-${id}`}
              type="button"
              role="tab"
              className={styles.tab}
              data-section={id}
              aria-selected={id === shown.id}
              aria-controls={panelId}
              tabIndex={id === shown.id ? 0 : -1}
              onClick={() => set({ settingsSection: id })}
            >
              {title}
            </button>
          ))}
        </div>
        <section
          id={panelId}
          className={styles.panel}
          role="tabpanel"
          aria-labelledby={`settings-${shown.id}`}
          // A long section scrolls by key even when nothing in it takes the focus.
          tabIndex={0}
        >
          <View key={shown.id} />
        </section>
      </div>
    </Dialog>
  );
};

const stepOf = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
};
