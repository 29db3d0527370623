import { Suspense, useEffect } from 'react';
import { Rail } from '../rail/rail.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { SelectionStrip } from '../selection/selection-strip.tsx';
import { useDesk } from '../store/desk.ts';
import { NoThread } from '../thread/no-thread.tsx';
import { PaneFrame } from '../thread/pane-frame.tsx';
import { ahead, whenIdle } from '../ui/ahead.tsx';
import { desks } from './desks.ts';
import styles from './desk-view.module.css';

const { View: Pane, load: loadPane } = ahead(async () => (await import('../thread/pane.tsx')).Pane);

export const DeskView = () => {
  const openId = useDesk((desk) => desk.thread?.id);
  const isWide = useDesk((desk) => desk.isReadingWide);
  const { title, View } = desks[useDesk((desk) => desk.desk)];
  // The first Enter should not wait for a file.
  useEffect(() => whenIdle(loadPane), []);
  return (
    <div
      className={styles.desk}
      data-open={openId !== undefined || undefined}
      data-wide={isWide || undefined}
    >
      <Rail />
      <View title={title} />
      <SelectionStrip />
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
