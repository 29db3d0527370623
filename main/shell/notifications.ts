import { Notification, type BrowserWindow } from 'electron';
import type { Parsed } from '../../shared/api.ts';
import type { ThreadId } from '../../shared/ids.ts';

type Shown = { notification: Notification; at: number };

/** An occasion is not said again to the same person for so long, whichever window saw it too. */
const onceForMs = 60_000;

export type Notices = {
  show(
    person: string,
    window: BrowserWindow,
    notice: Parsed<'notice.show'>,
    onPress: (threadId: ThreadId) => void,
  ): void;
  cancel(person: string, tags: readonly string[]): void;
};

/** The system's own notifications, one for each occasion and person. */
export const createNotices = (now: () => number): Notices => {
  const shown = new Map<string, Shown>();
  const forget = (): void => {
    for (const [key, { at }] of shown) if (now() - at > 20 * onceForMs) shown.delete(key);
  };
  return {
    show(person, window, { tag, title, body, threadId }, onPress) {
      if (!Notification.isSupported()) return;
      const key = `${person}\n${tag}`;
      const before = shown.get(key);
      if (before && now() - before.at < onceForMs) return;
      before?.notification.close();
      forget();
      // Sounds are the columns' own, with their own volumes.
      const notification = new Notification({ title, body, silent: true });
      notification.on('click', () => {
        if (window.isDestroyed()) return;
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
        if (threadId !== null) onPress(threadId);
      });
      // Kept by the map: a notification that nothing holds loses its press.
      shown.set(key, { notification, at: now() });
      notification.show();
    },
    cancel(person, tags) {
      for (const tag of tags) shown.get(`${person}\n${tag}`)?.notification.close();
    },
  };
};
