import type { Ms, Stream, StreamState } from '../../../shared/model.ts';
import type { Connection } from '../../providers/provider.ts';
import { pauseAccount } from '../accounts/pause.ts';
import { getAccount } from '../accounts/rows.ts';
import type { Desk } from '../desk.ts';
import { createCourier } from '../outbox/courier.ts';
import { createReader, type StreamReader } from './stream.ts';

/** Everything that happens by itself for one account: its streams are read, its outbox is sent. */
export type Runner = {
  readonly accountId: string;
  readonly states: StreamState[];
  start(): void;
  /** Reads and sends as soon as the network allows: a new answer was queued, or an agent asked. */
  hurry(what: 'send' | 'read'): void;
  /** Nothing is begun any more; resolves when what was under way has ended. */
  stop(): Promise<void>;
};

/** At least this often every lane looks at its clock, so that a machine that slept catches up soon after waking. */
const longestNapMs = 5_000;

export const createRunner = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  streams: readonly Stream[],
  onChange: () => void,
): Runner => {
  const pause = (reason: string): void => {
    pauseAccount(desk, accountId, reason);
    onChange();
  };
  const readers = new Map<Stream, StreamReader>(
    streams.map((stream) => [
      stream,
      createReader(desk, accountId, stream, connection, { changed: onChange, refused: pause }),
    ]),
  );
  const courier = createCourier(desk, accountId, connection, {
    readBack: (kind) =>
      readers.get(kind === 'dm' ? 'direct' : 'own')?.read() ??
      Promise.resolve({ isComplete: false, failure: null }),
    refused: pause,
  });
  const isPaused = (): boolean => getAccount(desk.db, accountId).paused_because !== null;
  // Sends have a lane of their own: a slow reading never delays an answer.
  const lanes = [
    createLane(
      desk,
      () => courier.dueAt(),
      () => courier.step(),
      isPaused,
    ),
    ...[...readers.values()].map((reader) =>
      createLane(
        desk,
        () => reader.dueAt,
        () => reader.read(),
        isPaused,
      ),
    ),
  ];
  return {
    accountId,
    get states() {
      return [...readers.values()].map((reader) => reader.state);
    },
    start() {
      for (const lane of lanes) lane.wake();
    },
    hurry(what) {
      if (what === 'read') for (const reader of readers.values()) reader.hurry();
      for (const lane of lanes) lane.wake();
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
};

type Lane = { wake(): void; stop(): Promise<void> };

/** Runs one thing over and over, one at a time, whenever it is due. */
const createLane = (
  desk: Desk,
  dueAt: () => Ms,
  run: () => Promise<unknown>,
  isPaused: () => boolean,
): Lane => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let under: Promise<unknown> | undefined;
  let isStopped = false;

  const look = (): void => {
    if (isStopped || under) return;
    clearTimeout(timer);
    const wait = dueAt() - desk.now();
    if (wait <= 0 && !isPaused()) {
      under = run()
        .then(() => 0, failed)
        .then((restMs) => {
          under = undefined;
          nap(restMs);
        });
      return;
    }
    nap(Math.min(longestNapMs, Math.max(wait, 20)));
  };

  const nap = (ms: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };

  /** A full disk or a bug: nothing was half done. Said aloud, and tried again after a rest. */
  const failed = (error: unknown): number => {
    desk.onTrouble(error);
    return longestNapMs;
  };

  return {
    wake: look,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await under;
    },
  };
};
