import type { Ms } from '../../../shared/model.ts';
import type { Desk } from '../desk.ts';
import { newestOf, type Asked } from './walk.ts';

/** What a glance is for: the network says that what we answered is gone, an answer is about to leave, or somebody only reads. */
export type Occasion = 'gone' | 'answer' | 'reading';
/** The same thread is looked at again after so long at the earliest, however often somebody opens it. */
const againMs: Record<Occasion, Ms> = { gone: 0, answer: 15_000, reading: 5 * 60_000 };
/** Several threads opened one after the other are one call. */
const gatherMs = 1_000;
/** What would be answered, and what stands right before it: each may cost. */
const postsPerThread = 4;
const mostThreads = 50;

/** Threads in which somebody is about to answer. */
export const createGlances = (desk: Desk) => {
  const wanted = new Map<string, Ms>();
  const done = new Map<string, Ms>();
  return {
    add(threadId: string, occasion: Occasion): void {
      const now = desk.now();
      const last = done.get(threadId);
      if (last !== undefined && Math.abs(now - last) < againMs[occasion]) return;
      const isOpen = desk.db.find('SELECT 1 FROM threads WHERE id = ? AND is_open = 1', threadId);
      if (isOpen && !wanted.has(threadId) && wanted.size < mostThreads) wanted.set(threadId, now);
    },
    dueAt: (): Ms => (wanted.size === 0 ? Infinity : Math.min(...wanted.values()) + gatherMs),
    /** What fits one call; the others stay. */
    take(most: number): Asked[] {
      const now = desk.now();
      const messages: Asked[] = [];
      for (const [threadId, since] of wanted) {
        if (since + gatherMs > now && messages.length === 0) continue;
        const found = newestOf(desk.db, threadId, Math.min(postsPerThread, most));
        if (messages.length + found.length > most) break;
        messages.push(...found);
        wanted.delete(threadId);
        done.set(threadId, now);
      }
      for (const [threadId, at] of done) if (Math.abs(now - at) >= againMs.reading) done.delete(threadId);
      return messages;
    },
    clear: (): void => wanted.clear(),
  };
};
