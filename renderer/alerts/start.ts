import type { ThreadId } from '../../shared/ids.ts';
import { call, on } from '../call.ts';
import { get, useDesk } from '../store/desk.ts';
import { isOwn } from '../store/own.ts';
import { openThread } from '../store/thread.ts';
import { decide, dueSoon, newMemory, remember } from './decide.ts';
import { raise } from './raise.ts';
import { startSounds } from './sounds.ts';
import { startSummary } from './summary.ts';

const lookMs = 15_000;
const mostMine = 200;

/** What is said outside the window: as long as the window lives, also while it is hidden. */
export const startAlerts = (): (() => void) => {
  const memory = newMemory();
  let isReady = false;
  const begin = async (): Promise<void> => {
    const filter = { isOpen: true, assignee: 'me' } as const;
    const page = await call('column.page', { filter, order: 'newest', after: null, limit: mostMine }).catch(
      () => null,
    );
    remember(memory, page?.cards ?? []);
    isReady = true;
  };
  const stops = [
    useDesk.subscribe((desk, before) => {
      if (desk.phase === 'open' && before.phase !== 'open') void begin();
    }),
    on('rows.changed', (rows) => {
      if (!isReady) return;
      const { me, settings, cards } = get();
      const { say, cancel } = decide(memory, rows, {
        me: me.id,
        now: Date.now(),
        isKnown: (id) => isOwn(id) || (document.hasFocus() && get().thread?.id === id),
        handleOf: (id) => handleOf(cards, id),
        isTextShown: settings.notify.isTextShown,
      });
      if (cancel.length > 0) void call('notice.cancel', { tags: cancel.slice(0, 50) }).catch(() => undefined);
      for (const alert of say) raise(alert);
    }),
    on('notice.opened', ({ threadId }) => void openThread(threadId)),
    startSounds(),
    startSummary(),
  ];
  const timer = setInterval(() => {
    for (const alert of dueSoon(memory, Date.now())) raise(alert);
  }, lookMs);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
};

const handleOf = (cards: ReturnType<typeof get>['cards'], id: ThreadId): string => {
  const card = cards.get(id);
  return card ? `@${card.handle}` : 'A thread of your team';
};
