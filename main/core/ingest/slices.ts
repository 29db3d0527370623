import { setImmediate as turn } from 'node:timers/promises';
import type { Stream } from '../../../shared/model.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { ingest, oldestFirst, type Answer, type Ingested } from './ingest.ts';

/**
 * More than one page: a desk that was away catches up, and whoever works meanwhile must not feel it. Mentions are taken in
 * without rest: the network shows the newest 800 alone, and what is slow to be read there is lost (measured: with a rest of
 * 33 ms one in twenty of 200 messages a second).
 */
const manySlices = 12;
const restMs = 50;

/** So many messages and their commit cost less than a frame: keys and other requests are served between two of them. */
const perSlice = 10;

/**
 * Takes a long answer in by slices, so that catching up never holds the desk. The cursor moves with the last one: a kill
 * in between makes the network tell the same again, and what is known already is no news.
 */
export const ingestInSlices = async (
  desk: Desk,
  accountId: string,
  stream: Stream,
  answer: Answer,
  from: string | null,
): Promise<Ingested> => {
  const taken: Ingested = { arrived: 0, missing: [] };
  const slices = slicesOf(answer, from);
  const isPatient = stream !== 'mentions' && slices.length > manySlices;
  for (const [at, slice] of slices.entries()) {
    if (at > 0) await (isPatient ? rest() : turn());
    const { arrived, missing } = ingest(desk, getAccount(desk.db, accountId), stream, slice);
    failpoint('poll.slice');
    taken.arrived += arrived;
    taken.missing.push(...missing);
  }
  return taken;
};

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, restMs));

/** Exported for its test. Identities go with the first message that names them; what nobody names, with the last. */
export const slicesOf = (answer: Answer, from: string | null): Answer[] => {
  const messages = oldestFirst(answer.messages);
  const waiting = new Map(answer.identities.map((identity) => [identity.remoteId, identity]));
  const slices: Answer[] = [];
  for (let at = 0; at < messages.length - perSlice; at += perSlice) {
    const part = messages.slice(at, at + perSlice);
    const named = new Set(
      part.flatMap(({ authorRemoteId, toRemoteId }) => [authorRemoteId, toRemoteId ?? '']),
    );
    const identities = [...named].flatMap((id) => waiting.get(id) ?? []);
    for (const id of named) waiting.delete(id);
    slices.push({ messages: part, identities, unreadable: [], cursor: from });
  }
  const rest = messages.slice(slices.length * perSlice);
  return [...slices, { ...answer, messages: rest, identities: [...waiting.values()] }];
};
