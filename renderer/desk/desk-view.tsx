import { useEffect } from 'react';
import { AlertBar } from '../alerts/alert-bar.tsx';
import { CallPanel } from '../phone/panel.tsx';
import { ScreenPop } from '../phone/pop.tsx';
import { Rail } from '../rail/rail.tsx';
import { SelectionStrip } from '../selection/selection-strip.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { useDesk } from '../store/desk.ts';
import { readOutbox } from '../store/outbox.ts';
import { myCall } from '../store/phone.ts';
import { NoThread } from '../thread/no-thread.tsx';
import { PaneFrame } from '../thread/pane-frame.tsx';
import { ahead, whenIdle } from '../ui/ahead.tsx';
import { desks } from './desks.ts';
import styles from './desk-view.module.css';

const { View: Pane, load: loadPane } = ahead(async () => (await import('../thread/pane.tsx')).Pane);
const { View: Replay } = ahead(async () => (await import('../replay/pane.tsx')).Replay);

export const DeskView = () => {
  const openId = useDesk((desk) => desk.thread?.id);
  const isReplaying = useDesk((desk) => desk.replay !== null && desk.replay === desk.thread?.id);
  const isWide = useDesk((desk) => desk.isReadingWide);
  const isOnPhone = useDesk(({ phone, me }) => myCall(phone.rows, me.id) !== null);
  const place = useDesk((desk) => desk.desk);
  const { title, View } = desks[place];
  const Shown = isReplaying ? Replay : Pane;
  // The first Enter should not wait for a file.
  useEffect(() => whenIdle(loadPane), []);
  // What waits for a person in the outbox is counted on the rail.
  useEffect(() => whenIdle(readOutbox), []);
  return (
    <div
      className={styles.desk}
      data-open={openId !== undefined || undefined}
      data-wide={isWide || undefined}
      data-place={place}
      data-dock={isOnPhone || undefined}
    >
      <Rail />
      <AlertBar />
      <View title={title} />
      <SelectionStrip />
      <CallPanel />
      {/* There the thread stands in the middle, to be read and not to be worked. */}
      {place !== 'review' && (
        <PaneFrame isOpen={openId !== undefined}>
          {openId === undefined ? <NoThread /> : <Shown key={openId} id={openId} />}
        </PaneFrame>
      )}
      <StatusLine />
      <ScreenPop />
    </div>
  );
};
