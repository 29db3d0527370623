import type { ThreadId } from '../../shared/ids.ts';

// The event of an own operation may come a little after its answer.
const lingerMs = 1000;
const own = new Map<ThreadId, number>();

/** True while something the agent did to this thread is under way, or has only just happened. */
export const isOwn = (id: ThreadId): boolean => own.has(id);

export const asOwn = async <T>(id: ThreadId, job: () => Promise<T>): Promise<T> => {
  own.set(id, (own.get(id) ?? 0) + 1);
  try {
    return await job();
  } finally {
    setTimeout(() => {
      const rest = (own.get(id) ?? 1) - 1;
      if (rest === 0) own.delete(id);
      else own.set(id, rest);
    }, lingerMs);
  }
};
