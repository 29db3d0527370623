import type { RequestName } from '../../shared/api.ts';
import type { Handlers } from './core.ts';

/**
 * The answers of a room that no first page asks for: it is read and compiled with the first request made of it, so that no
 * start waits for it. A room that could not be loaded is tried again with the next request.
 *
 * @param requests what is asked of the room, by name.
 */
export const lazily = <N extends RequestName>(
  requests: Readonly<Record<N, unknown>>,
  load: () => Promise<Partial<Pick<Handlers, N>>>,
): Pick<Handlers, N> => {
  let loading: ReturnType<typeof load> | undefined;
  const room = (): ReturnType<typeof load> =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
  const answerBy = (name: N) => async (input: never) => {
    const handler = (await room())[name] as ((input: never) => unknown) | undefined;
    if (!handler) throw new Error(`nobody answers ${name}`);
    return handler(input);
  };
  const names = Object.keys(requests) as N[];
  return Object.fromEntries(names.map((name) => [name, answerBy(name)])) as unknown as Pick<Handlers, N>;
};
