import { useEffect, useState } from 'react';
import type { DraftVersion } from '../../shared/api/drafts.ts';
import { call } from '../call.ts';
import { useClock } from '../store/clock.ts';
import { get, set } from '../store/desk.ts';
import { leaveDrafts, nothingYet, write } from '../store/drafts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { age, fullTime } from '../ui/time.ts';
import styles from './versions.module.css';

/** What was written here before: a text that was lost by a slip comes back, and the present one is kept as a version too. */
export const DraftVersions = () => {
  const [query, setQuery] = useState('');
  const [versions, setVersions] = useState<readonly DraftVersion[] | null>(null);
  const [{ thread, composing }] = useState(get);
  const threadId = thread?.id;
  const { kind, texts } = (threadId && composing[threadId]) || nothingYet;
  useEffect(() => {
    if (threadId === undefined) return;
    leaveDrafts();
    call('draft.versions', { threadId, kind }).then(setVersions, () => setVersions([]));
  }, [threadId, kind]);
  if (threadId === undefined || versions === null) return null;
  const earlier = versions.filter(({ text }) => text !== texts[kind]);
  const found = earlier.filter(({ text }) => text.toLowerCase().includes(query.trim().toLowerCase()));
  const restore = ({ text }: DraftVersion): void => {
    write(threadId, kind, text);
    set({ overlay: null, wantsFocus: 'composer' });
  };
  return (
    <Dialog title="Earlier versions of this draft" isTitleHidden>
      <PickList
        label="Find an earlier version"
        query={query}
        onQuery={setQuery}
        items={found}
        idOf={({ version }) => String(version)}
        wordsOf={({ text }) => text}
        onChoose={restore}
        none={earlier.length === 0 ? 'Nothing was written here before.' : 'No earlier version says that.'}
        itemClass={styles.item}
      >
        {({ text, savedAt }) => (
          <>
            <Age at={savedAt} />
            <span className={styles.text} dir="auto">
              {text}
            </span>
          </>
        )}
      </PickList>
    </Dialog>
  );
};

const Age = ({ at }: { at: number }) => {
  const words = useClock((now) => age(at, now));
  return (
    <time className={styles.age} title={fullTime(at)}>
      {words}
    </time>
  );
};
