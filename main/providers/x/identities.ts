import { type RemoteIdentity, type RemoteMessage, ProviderFailure } from '../provider.ts';
import type { Api } from './api.ts';
import { userQuery } from './fields.ts';
import { user } from './schema.ts';
import { cutName } from './text.ts';

export type IdentityById = ReadonlyMap<string, RemoteIdentity>;

export const readIdentity = (raw: unknown): RemoteIdentity | undefined => {
  const read = user.safeParse(raw);
  if (!read.success) return undefined;
  const { id, name, username, public_metrics } = read.data;
  return {
    remoteId: id,
    handle: cutName(username, 50),
    name: cutName(name, 200) || cutName(username, 50),
    reach: public_metrics?.followers_count ?? null,
  };
};

export const readIdentities = (raw: readonly unknown[]): Map<string, RemoteIdentity> =>
  new Map(
    raw.flatMap((entry) => {
      const identity = readIdentity(entry);
      return identity === undefined ? [] : [[identity.remoteId, identity] as const];
    }),
  );

export type Directory = {
  /** Everyone the messages name, as far as X will tell. */
  of(messages: readonly RemoteMessage[], told: IdentityById, signal?: AbortSignal): Promise<RemoteIdentity[]>;
};

const perCall = 100;

/** Not every answer describes everyone it names (the newer words leave out ancestors' authors): those are asked for once. */
export const createDirectory = (api: Api, me: RemoteIdentity): Directory => {
  const asked = new Map<string, RemoteIdentity | null>([[me.remoteId, me]]);
  /** Still to be asked for: too many for one call, or the call failed. They come with a later poll. */
  const owed = new Set<string>();

  const ask = async (ids: readonly string[], signal: AbortSignal | undefined): Promise<void> => {
    const query = { ids: ids.join(','), ...userQuery };
    const { body } = await api({ method: 'GET', path: 'users', query, signal });
    const told = readIdentities(Array.isArray(body['data']) ? body['data'] : []);
    if (asked.size > 20_000) asked.clear();
    for (const id of ids) {
      asked.set(id, told.get(id) ?? null);
      owed.delete(id);
    }
  };

  return {
    of: async (messages, told, signal) => {
      const named = new Set(
        messages.flatMap((one) => [one.authorRemoteId, one.toRemoteId ?? one.authorRemoteId]),
      );
      for (const id of named) if (!told.has(id) && !asked.has(id)) owed.add(id);
      const now = [...owed].slice(0, perCall);
      try {
        if (now.length > 0) await ask(now, signal);
      } catch (error) {
        // Names are worth a call, never the messages that have already been fetched.
        if (!(error instanceof ProviderFailure)) throw error;
      }
      return [...new Set([...named, ...now])].flatMap((id) => told.get(id) ?? asked.get(id) ?? []);
    },
  };
};
