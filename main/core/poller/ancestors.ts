import { ProviderFailure, type Connection } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { messageIdOf } from '../messages.ts';

/** How far up a conversation we look in one go, and how much of it waits while the network can't be asked. */
const depth = 6;
const mostWaiting = 500;
const perCall = 100;

/**
 * Fetches the posts that were answered but never came in. Trouble here costs context only: what could not be asked for waits
 * for the next answer of the stream.
 */
export const createAncestors = (desk: Desk, accountId: string, connection: Connection) => {
  let waiting: readonly string[] = [];
  return {
    async fetch(missing: readonly string[]): Promise<void> {
      let wanted = [...new Set([...waiting, ...missing])].slice(0, mostWaiting);
      const asked = new Set<string>();
      for (let level = 0; level < depth && wanted.length > 0; level += 1) {
        const ids = wanted.slice(0, perCall);
        try {
          const answer = await connection.lookup(ids);
          const gone = answer.gone.map(({ remoteId, because }) => ({
            messageId: messageIdOf(accountId, 'post', remoteId),
            because,
          }));
          const further = ingestLookup(desk, getAccount(desk.db, accountId), { ...answer, gone }).missing;
          for (const id of ids) asked.add(id);
          wanted = [...wanted.slice(perCall), ...further].filter((id) => !asked.has(id));
        } catch (error) {
          if (!(error instanceof ProviderFailure)) throw error;
          break;
        }
      }
      waiting = wanted;
    },
  };
};
