import type { Extras } from '../../../shared/model.ts';
import type { Poll, RemoteIdentity, RemoteMessage, Unreadable } from '../provider.ts';
import type { Directory } from './identities.ts';
import type { Page, Reading } from './page.ts';
import { indexOf } from './page.ts';
import type { Read } from './post.ts';
import { isNewer } from './snowflake.ts';

export type Gathered = Pick<Poll, 'messages' | 'identities' | 'unreadable'>;

export type Gatherer = {
  add(page: Page, raw: readonly unknown[]): void;
  done(signal?: AbortSignal): Promise<Gathered>;
};

/** Collects the pages of one poll: every message once, in its newest version, parents before their answers. */
export const createGatherer = (
  read: (raw: unknown, reading: Reading) => Read,
  base: { me: RemoteIdentity; textCap: number },
  directory: Directory,
): Gatherer => {
  const messages = new Map<string, RemoteMessage>();
  const users = new Map<string, RemoteIdentity>();
  const unreadable = new Map<string, Unreadable>();

  const take = (result: Read): void => {
    if (result.at === 'unreadable') unreadable.set(result.unreadable.raw, result.unreadable);
    if (result.at !== 'message') return;
    const { message } = result;
    const known = messages.get(message.remoteId);
    if (known === undefined || isNewer(message.versionId, known.versionId))
      messages.set(message.remoteId, message);
  };

  return {
    add: (page, raw) => {
      const reading = { ...base, page, posts: indexOf(page) };
      for (const one of raw) take(read(one, reading));
      for (const [id, user] of page.users) if (!users.has(id)) users.set(id, user);
    },
    done: async (signal) => {
      const sorted = [...messages.values()].toSorted(
        (a, b) => a.createdAt - b.createdAt || (isNewer(a.remoteId, b.remoteId) ? 1 : -1),
      );
      const identities = await directory.of(sorted, users, signal);
      const handles = new Map(identities.map(({ remoteId, handle }) => [remoteId, handle]));
      for (const message of sorted) if (message.extras?.quoted) quote(message.extras, messages, handles);
      return { messages: sorted, identities, unreadable: [...unreadable.values()] };
    },
  };
};

/** Its author and words, as they came with the post that quotes it; left out when X would not show them. */
const quote = (
  extras: Extras,
  messages: ReadonlyMap<string, RemoteMessage>,
  handles: ReadonlyMap<string, string>,
): void => {
  const original = extras.quoted === null ? undefined : messages.get(extras.quoted.remoteId);
  if (original === undefined) return;
  extras.quoted = {
    remoteId: original.remoteId,
    handle: handles.get(original.authorRemoteId) ?? null,
    text: original.text,
    createdAt: original.createdAt,
  };
};
