import type { Ms } from '../../../shared/model.ts';
import { ProviderFailure, type Connection } from '../../providers/provider.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { backoff, usedUpUntil } from '../poller/pace.ts';
import { spentOn } from '../poller/spending.ts';
import { readSettings } from '../settings.ts';
import { createGlances, type Occasion } from './glances.ts';
import { keepPlace, placeOf, type Part, type Place } from './place.ts';
import { sweepSoon } from './sweep.ts';
import { walks, type Asked } from './walk.ts';

/**
 * Compares what is stored of an account's public messages with the network: what was edited there is edited here, what is
 * gone there goes here. Open threads first, then the last 30 days, each once in a day as far as calls and money reach.
 */
export type Recheck = {
  dueAt(): Ms;
  step(): Promise<void>;
  /** Somebody is about to answer in this thread: its newest posts are looked at first. */
  glance(threadId: string, occasion: Occasion): void;
  /** The clock has jumped. */
  woke(): void;
};

const dayMs = 24 * 3_600_000;
/** A new desk, or one just started, has better things to ask first. */
const restMs = 120_000;
/** At most sixty calls an hour, of a limit of thousands: the rest is for people. */
const betweenCallsMs = 60_000;
/** A step that found nothing to ask for costs a few milliseconds: the next one soon, but not at once. */
const betweenLooksMs = 500;
const perCall = 100;

/** A post, its author, and what it answers or quotes: what one message may cost at most. What it did cost counts. */
const dearestMicros = 30_000;

export const createRecheck = (desk: Desk, accountId: string, connection: Connection): Recheck => {
  const glances = createGlances(desk);
  let nextAt = desk.now() + restMs;
  let notBefore: Ms = 0;
  let failures = 0;
  /** The day's money, when it was found to be spent. */
  let spent: number | null = null;

  const perDay = (): number => readSettings(desk.db).recheckMicrosPerDay;

  /** As many as the day's money pays for. */
  const affordable = (): number => {
    const recheckMicrosPerDay = perDay();
    const left = recheckMicrosPerDay - spentOn(desk.db, accountId, desk.now(), 'recheck');
    return Math.max(0, Math.min(perCall, Math.floor(left / dearestMicros)));
  };

  const ask = async (messages: readonly Asked[]): Promise<void> => {
    const byVersion = new Map(messages.map((message) => [message.version_id, message]));
    const authors = new Map(messages.map(({ version_id, author }) => [version_id, author]));
    const answer = await connection.lookup([...byVersion.keys()], undefined, authors);
    failpoint('recheck.answered');
    const gone = answer.gone.flatMap(({ remoteId, because }) => {
      const message = byVersion.get(remoteId);
      return message ? [{ messageId: message.id, because }] : [];
    });
    const account = getAccount(desk.db, accountId);
    const { buried } = ingestLookup(desk, account, { ...answer, gone, purpose: 'recheck' });
    failpoint('recheck.taken');
    if (buried > 0) sweepSoon(desk);
    failures = 0;
    notBefore = usedUpUntil(answer.budget, desk.now());
  };

  const failed = (error: unknown): void => {
    if (!(error instanceof ProviderFailure)) throw error;
    failures += 1;
    const rest = betweenCallsMs + backoff(failures, desk.random());
    notBefore = Math.max(error.retryAt ?? 0, desk.now() + rest);
  };

  const walkOn = async (most: number): Promise<void> => {
    const now = desk.now();
    const part = partOf(desk, accountId, now);
    if (part === null) {
      nextAt = now + 15 * 60_000;
      return;
    }
    const walk = walks(now)[part];
    const known = placeOf(desk.db, accountId, part);
    const place: Place =
      known && known.endedAt === null ? known : { at: walk.begin(desk.db), beganAt: now, endedAt: null };
    const { messages, next } = walk.step(desk.db, accountId, place.at, most);
    if (messages.length > 0) await ask(messages);
    keepPlace(desk.db, accountId, part, {
      ...place,
      at: next ?? place.at,
      endedAt: next === null ? desk.now() : null,
    });
    nextAt =
      desk.now() +
      (messages.length > 0 ? Math.round(betweenCallsMs * (1 + 0.1 * desk.random())) : betweenLooksMs);
  };

  return {
    dueAt: () => {
      // Somebody allowed more: there is no need to wait for tomorrow.
      if (spent !== null && perDay() > spent) [spent, nextAt] = [null, desk.now()];
      return Math.max(notBefore, Math.min(nextAt, glances.dueAt()));
    },
    async step() {
      const most = affordable();
      if (most === 0) {
        spent = perDay();
        // Tomorrow, by the network's day, and not all desks in the same second.
        nextAt = startOfNextDay(desk.now()) + Math.round(600_000 * desk.random());
        glances.clear();
        return;
      }
      try {
        const glanced = glances.take(most);
        if (glanced.length > 0) await ask(glanced);
        else if (nextAt <= desk.now()) await walkOn(most);
      } catch (error) {
        failed(error);
      }
    },
    glance: glances.add,
    woke() {
      const now = desk.now();
      if (notBefore > now + dayMs) notBefore = 0;
      nextAt = Math.min(nextAt, now + restMs);
    },
  };
};

const startOfNextDay = (now: Ms): Ms => Math.floor(now / dayMs + 1) * dayMs;

/** What is to go on, or to begin again; null: all of it was looked at within the day. */
const partOf = (desk: Desk, accountId: string, now: Ms): Part | null => {
  const isDue = (part: Part): boolean => {
    const place = placeOf(desk.db, accountId, part);
    // A round that began in what is the future by now was told by another clock.
    return !place || place.endedAt === null || now - place.beganAt >= dayMs || place.beganAt > now;
  };
  return (['open', 'recent'] as const).find(isDue) ?? null;
};
