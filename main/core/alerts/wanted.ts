import type { AccountState, Alert, Ms, Stream } from '../../../shared/model.ts';
import { silenceOf } from '../../../shared/silence.ts';
import type { Reader } from '../../db/db.ts';
import { slowestMs } from '../poller/pace.ts';
import { inboundOf } from './inbound.ts';

/** What there is to call for. The words are those of the moment it began. */
export type Wanted = Pick<Alert, 'kind' | 'stream' | 'text'>;

const minuteMs = 60_000;
const leastMs = 10 * minuteMs;

/** A stream that gave no answer for so long has stopped, whatever it was waiting for. */
export const heartbeatMs = (stream: Stream): Ms => Math.max(leastMs, 5 * slowestMs[stream]);

const names: Record<Stream, string> = {
  mentions: 'Mentions',
  own: 'The account’s own posts',
  direct: 'Direct messages',
};

/**
 * What is wrong with reading an account. `awakeSince`: before it nobody could have read, for the program did not run or the
 * machine slept. One cause is one alert: while nothing can be read at all, its streams are not named one by one.
 */
export const heartbeatOf = (state: AccountState, awakeSince: Ms, now: Ms): Wanted[] => {
  const { account, streams } = state;
  const at = `@${account.handle}`;
  const quietFor = (asOf: Ms | null): Ms => now - Math.max(asOf ?? 0, awakeSince);
  const longest = Math.min(...streams.map(({ asOf }) => quietFor(asOf)), quietFor(null));
  if (account.pausedBecause !== null) {
    if (longest < leastMs) return [];
    const text = `Nothing is read from or sent for ${at}: ${account.pausedBecause}`;
    return [{ kind: 'refused', stream: null, text }];
  }
  if (streams.length === 0) {
    if (longest < leastMs) return [];
    const text = `Nothing is read from ${at} since ${lasting(longest)}: the account is not signed in.`;
    return [{ kind: 'direction', stream: null, text }];
  }
  return streams.flatMap(({ stream, asOf, trouble }): Wanted[] => {
    const ms = quietFor(asOf);
    if (ms < heartbeatMs(stream)) return [];
    const why = trouble === null ? 'The network has not answered.' : trouble;
    return [
      { kind: 'direction', stream, text: `${names[stream]} of ${at}: no answer for ${lasting(ms)}. ${why}` },
    ];
  });
};

/** Read well, and still too quiet by the account's own past. */
export const silencesOf = (db: Reader, { account, streams }: AccountState, now: Ms): Wanted[] =>
  streams.flatMap(({ stream, asOf }): Wanted[] => {
    if (stream === 'own' || asOf === null) return [];
    const history = inboundOf(db, account.id, stream === 'direct' ? 'dm' : 'post');
    if (!history) return [];
    const { expected, isTooQuiet } = silenceOf(history, Math.min(asOf, now));
    if (!isTooQuiet) return [];
    const what = stream === 'direct' ? 'No direct message' : 'No mention';
    const text =
      `${what} to @${account.handle} for ${lasting(Math.min(asOf, now) - history.lastAt)}, though it is read. ` +
      `In the weeks before, about ${Math.round(expected)} came in these hours.`;
    return [{ kind: 'silence', stream, text }];
  });

const lasting = (ms: Ms): string => {
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
};
