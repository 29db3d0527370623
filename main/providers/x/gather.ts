import type { Poll, RemoteIdentity, RemoteMessage, Unreadable } from '../provider.ts';
import { withQuoted } from './extras.ts';
import { goneIn } from './gone.ts';
import type { Directory } from './identities.ts';
import type { Page, Reading } from './page.ts';
import { indexOf } from './page.ts';
import type { Read } from './post.ts';
import { compareIds, isNewer } from './snowflake.ts';

export type Gathered = Pick<Poll, 'messages' | 'identities' | 'unreadable'>;

export type Gatherer = {
  add(page: Page, raw: readonly unknown[]): void;
  /** What edited posts said before: beside their newest version, not in place of it. */
  addEarlier(page: Page): void;
  done(signal?: AbortSignal): Promise<Gathered>;
};

/** Collects the pages of one poll: every message in its newest version, parents before their answers. */
export const createGatherer = (
  read: (raw: unknown, reading: Reading) => Read,
  base: { me: RemoteIdentity; textCap: number },
  directory: Directory,
): Gatherer => {
  const messages = new Map<string, RemoteMessage>();
  const earlier: RemoteMessage[] = [];
  const users = new Map<string, RemoteIdentity>();
  const unreadable = new Map<string, Unreadable>();
  /** What X said it would not show. */
  const gone = new Set<string>();

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
      for (const { remoteId } of goneIn(page)) gone.add(remoteId);
      for (const [id, user] of page.users) if (!users.has(id)) users.set(id, user);
    },
    addEarlier: (page) => {
      const reading = { ...base, page, posts: indexOf(page) };
      for (const one of page.data) {
        const result = read(one, reading);
        if (result.at === 'message') earlier.push(result.message);
      }
    },
    done: async (signal) => {
      const sorted = [...messages.values(), ...earlier].toSorted(
        (a, b) => a.createdAt - b.createdAt || compareIds(a.versionId, b.versionId),
      );
      const identities = await directory.of(sorted, users, signal);
      const handles = new Map(identities.map(({ remoteId, handle }) => [remoteId, handle]));
      const quoting = sorted.map((message) => ({
        ...message,
        extras: withQuoted(message.extras, { messages, handles, gone }),
      }));
      return { messages: quoting, identities, unreadable: [...unreadable.values()] };
    },
  };
};
