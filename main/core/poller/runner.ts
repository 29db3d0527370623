import type { Stream, StreamState } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Connection } from '../../providers/provider.ts';
import { pauseAccount } from '../accounts/pause.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { reread } from '../ingest/reread.ts';
import { createCourier } from '../outbox/courier.ts';
import { createRecheck } from '../recheck/recheck.ts';
import { createLane } from './lane.ts';
import type { Activity } from './pace.ts';
import { createPrecedence } from './precedence.ts';
import { createReader, type Around, type StreamReader } from './stream.ts';

/** Everything that happens by itself for one account: its streams are read, its outbox is sent, its past is looked at again. */
export type Runner = {
  readonly accountId: string;
  readonly states: StreamState[];
  start(): void;
  /** Reads and sends as soon as the network allows: a new answer was queued, or an agent asked. */
  hurry(what: 'send' | 'read'): void;
  /** Somebody is about to answer in this thread. */
  glance(threadId: string): void;
  /** Nothing is begun any more; resolves when what was under way has ended. */
  stop(): Promise<void>;
};

export const createRunner = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  streams: readonly Stream[],
  onChange: () => void,
  version = '',
): Runner => {
  const refused = (reason: string): void => {
    pauseAccount(desk, accountId, reason);
    onChange();
  };
  const isPaused = (): boolean => getAccount(desk.db, accountId).paused_because !== null;
  const activity: Activity = { lastAt: desk.now() };
  const sent = (): void => {
    activity.lastAt = desk.now();
  };
  const stirred = (): void => lanes.forEach((lane) => lane.wake());
  // Its words go here too, and at once: somebody has it on screen.
  const targetGone = (threadId: string): void => {
    recheck.glance(threadId, 'gone');
    stirred();
  };
  const courier = createCourier(desk, accountId, connection, { refused, sent, targetGone, stirred });
  const precedence = createPrecedence(desk, () => courier.dueAt());
  const around: Around = { changed: onChange, refused, activity, turn: precedence.turn };
  const readers = new Map<Stream, StreamReader>(
    streams.map((stream) => [stream, createReader(desk, accountId, stream, connection, around)]),
  );
  const recheck = createRecheck(desk, accountId, connection);
  const lanes = [
    // Sends have lanes of their own: a slow reading never delays an answer.
    ...courier.duties.map((duty) =>
      createLane(desk, { dueAt: () => duty.dueAt(), run: () => duty.step(), isPaused }),
    ),
    ...[...readers.values()].map((reader) =>
      createLane(desk, {
        dueAt: () => precedence.after(reader.dueAt),
        run: () => {
          precedence.begun();
          return reader.read();
        },
        isPaused,
        woke: () => reader.woke(),
      }),
    ),
    createLane(desk, {
      dueAt: () => precedence.after(recheck.dueAt()),
      run: () => recheck.step(),
      isPaused,
      woke: () => recheck.woke(),
    }),
  ];
  return {
    accountId,
    get states() {
      return [...readers.values()].map((reader) => reader.state);
    },
    start() {
      for (const lane of lanes) lane.wake();
      // What another version of the program could not read, this one may.
      void reread(desk, accountId, connection, version, 'unread by this version').catch(desk.onTrouble);
    },
    hurry(what) {
      if (what === 'read') for (const reader of readers.values()) reader.hurry();
      // While an answer can still be taken back, what it answers is looked at once more.
      else for (const threadId of threadsInQueue(desk.db, accountId)) recheck.glance(threadId, 'answer');
      for (const lane of lanes) lane.wake();
    },
    glance(threadId) {
      recheck.glance(threadId, 'reading');
      for (const lane of lanes) lane.wake();
    },
    async stop() {
      courier.stop();
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
};

const threadsInQueue = (db: Reader, accountId: string): string[] =>
  db
    .all<{ id: string }>(
      "SELECT DISTINCT thread_id AS id FROM outbox WHERE state = 'queued' AND account_id = ? AND thread_id IS NOT NULL " +
        "AND kind = 'post' LIMIT 20",
      accountId,
    )
    .map(({ id }) => id);
