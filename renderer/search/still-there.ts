import type { Events } from '../../shared/api.ts';
import type { FoundThread, Hit } from '../../shared/api/search.ts';
import type { Shown } from './store.ts';

/** What is on screen without what is gone since: words that are gone at their source, and threads that are no more. */
export const stillThere = (
  shown: Shown,
  { messages, gone }: Pick<Events['rows.changed'], 'messages' | 'gone'>,
): Shown => {
  const buried = new Map(
    messages.flatMap(({ id, gone }) => (gone ? [[id as string, gone.because] as const] : [])),
  );
  const erased = new Set(gone);
  const isTouched = ({ threadId, hits }: FoundThread): boolean =>
    erased.has(threadId) || hits.some(({ id, text }) => text !== '' && buried.has(id));
  if (!shown.threads.some(isTouched)) return shown;
  const without = (hit: Hit): Hit => {
    const because = buried.get(hit.id);
    if (because === undefined || !hit.message) return hit;
    return { ...hit, text: '', places: [], message: { ...hit.message, gone: because } };
  };
  const threads = shown.threads
    .filter(({ threadId }) => !erased.has(threadId))
    .map((thread) => (isTouched(thread) ? { ...thread, hits: thread.hits.map(without) } : thread));
  return { ...shown, threads };
};
