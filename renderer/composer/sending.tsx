import { useEffect } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import type { OutboxItem } from '../../shared/model.ts';
import { say } from '../alerts/spoken.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { until } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { sendNow, takeBackSent, undoable } from './undo-send.ts';
import styles from './sending.module.css';

/** For some seconds what was sent has not left: a quiet line says so, and how to take it back. */
export const Sending = ({ threadId }: { threadId: ThreadId }) => {
  const outbox = useDesk(({ thread }) => (thread?.id === threadId ? thread.outbox : none));
  const me = useDesk((desk) => desk.me.id);
  const id = useClock((now) => undoable(outbox, me, now)?.id ?? '');
  const item = outbox.find((one) => one.id === id);
  return item ? <Countdown key={item.id} item={item} /> : null;
};

const none: readonly OutboxItem[] = [];

const Countdown = ({ item }: { item: OutboxItem }) => {
  const { state, kind, parts } = item;
  const leavesAt = state.at === 'queued' ? state.notBefore : 0;
  const most = useDesk((desk) => desk.settings.undoSendSeconds);
  // However far its time seems, it never waits longer than that: a clock may have been set back.
  const left = useClock((now) => until(Math.min(leavesAt, now + most * 1000), now));
  // Said once: one can't read over a countdown that is read out.
  useEffect(() => {
    say(`Sending in ${Math.ceil((leavesAt - Date.now()) / 1000)} seconds. Undo takes it back.`);
  }, [leavesAt]);
  const what = kind === 'dm' ? 'message' : parts > 1 ? `${parts} posts` : 'reply';
  return (
    <div className={styles.line}>
      <p aria-hidden="true">
        Sending {what === 'message' || what === 'reply' ? `your ${what}` : what} in {left}
      </p>
      <button
        type="button"
        className={styles.button}
        title={titled('change.undo', 'Take it back, to write on')}
        onClick={() => void takeBackSent(item)}
      >
        Undo
      </button>
      <button
        type="button"
        className={styles.button}
        title={titled('composer.sendNow')}
        onClick={() => void sendNow(item)}
      >
        Send now
      </button>
    </div>
  );
};
