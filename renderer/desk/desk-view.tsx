import { Suspense, useEffect } from 'react';
import { Columns } from '../columns/columns.tsx';
import { Rail } from '../rail/rail.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { useDesk } from '../store/desk.ts';
import { NoThread } from '../thread/no-thread.tsx';
import { PaneFrame } from '../thread/pane-frame.tsx';
import { ahead } from '../ui/ahead.tsx';
import styles from './desk-view.module.css';

const { View: Pane, load: loadPane } = ahead(async () => (await import('../thread/pane.tsx')).Pane);

// The first Enter should not wait for a file.
const warmAfterMs = 1500;

export const DeskView = () => {
  const openId = useDesk((desk) => desk.thread?.id);
  const isWide = useDesk((desk) => desk.isReadingWide);
  useEffect(() => {
    const timer = setTimeout(() => void loadPane(), warmAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div
      className={styles.desk}
      data-open={openId !== undefined || undefined}
      data-wide={isWide || undefined}
    >
      <Rail />
      <Columns />
      <PaneFrame isOpen={openId !== undefined}>
        {openId === undefined ? (
          <NoThread />
        ) : (
          <Suspense fallback={null}>
            <Pane key={openId} id={openId} />
          </Suspense>
        )}
      </PaneFrame>
      <StatusLine />
    </div>
  );
};
