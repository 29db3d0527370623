import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { ProviderFailure, type Charge, type Connection, type Uploaded } from '../../providers/provider.ts';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import { byDesk } from '../outbox/mark.ts';
import { createPause, jumpMs } from '../outbox/pause.ts';
import { getItem } from '../outbox/rows.ts';
import { fail } from '../outbox/steps.ts';
import { readPiece } from './files.ts';
import { getUpload, putUpload, type UploadRow } from './rows.ts';

/** Hands over what goes with the messages that are about to leave, one file at a time, beside everything else. */
export type Porter = {
  dueAt(): Ms;
  step(): Promise<void>;
  /** What is under way stops, and goes on from there at the next start. */
  stop(): void;
};

/** How far a file has come is stored, and told, so often at most. */
const tellMs = 400;
/** A file the network forgets within this time is handed over again. */
export const marginMs = 60_000;
/** After so many failures in a row a person is asked. */
const triesCap = 6;
const firstRestMs = 2_000;

export const createPorter = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  events: { refused(reason: string): void; spent(cost: readonly Charge[]): void },
): Porter => {
  const tries = new Map<string, number>();
  const rest = createPause(desk.now);
  let under: AbortController | undefined;

  const failed = (id: string, error: unknown): void => {
    if (!(error instanceof ProviderFailure)) {
      desk.onTrouble(error);
      return giveUp(desk, id, 'The file could not be read on this disk.');
    }
    if (error.kind === 'auth') {
      rest.set(desk.now() + firstRestMs);
      return events.refused(error.message);
    }
    if (error.kind === 'rate-limited') {
      rest.set(error.retryAt ?? desk.now() + 60_000);
      return;
    }
    if (error.kind === 'rejected') return giveUp(desk, id, error.message);
    // What the network no longer knows begins again; of what is doubtful it says itself how much it has.
    if (error.kind === 'gone') change(desk, id, { remote_id: null, sent_bytes: 0 });
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    if (count >= triesCap) {
      tries.delete(id);
      return giveUp(desk, id, error.message);
    }
    rest.set(desk.now() + firstRestMs * 2 ** (count - 1));
  };

  return {
    dueAt() {
      const next = nextUpload(desk.db, accountId, desk.now());
      return next ? Math.max(next.due, rest.until()) : Infinity;
    },
    async step() {
      const next = nextUpload(desk.db, accountId, desk.now());
      if (!next || Math.max(next.due, rest.until()) > desk.now()) return;
      const { id } = next;
      const controller = (under = new AbortController());
      let came: number | null = null;
      try {
        const done = await handOver(desk, connection, id, controller, (bytes) => void (came = bytes));
        failpoint('upload.answered');
        tries.delete(id);
        if (desk.db.raw.open) stored(desk, id, done);
        failpoint('upload.stored');
        events.spent(done.cost);
      } catch (error) {
        if (!desk.db.raw.open || controller.signal.aborted) return;
        if (came !== null) change(desk, id, { sent_bytes: came });
        failed(id, error);
      } finally {
        under = undefined;
      }
    },
    stop() {
      under?.abort();
    },
  };
};

/** Of the item that leaves first, its first file that the network does not have (any more). */
const nextUpload = (db: Reader, accountId: string, now: Ms): { id: string; due: Ms } | undefined =>
  db.find<{ id: string; due: Ms }>(
    'SELECT u.id, CASE WHEN o.state_at > ? THEN 0 ELSE o.not_before END AS due ' +
      'FROM uploads u INDEXED BY uploads_to_go CROSS JOIN outbox o ON o.id = u.outbox_id ' +
      "WHERE u.account_id = ? AND u.outbox_id IS NOT NULL AND u.state IN ('kept', 'uploading', 'uploaded') " +
      "AND (u.state <> 'uploaded' OR u.expires_at <= ?) AND o.state = 'queued' " +
      'ORDER BY due, o.queued_at, o.id, u.position LIMIT 1',
    now + jumpMs,
    accountId,
    now + marginMs,
  );

const handOver = (
  desk: Desk,
  connection: Connection,
  id: string,
  controller: AbortController,
  came: (sentBytes: number) => void,
): Promise<Uploaded> => {
  const before = getUpload(desk.db, id);
  const isAnew = before.state === 'uploaded' || before.remote_id === null;
  const row = change(desk, id, {
    state: 'uploading',
    reason: null,
    ...(isAnew && { remote_id: null, sent_bytes: 0, expires_at: null }),
  });
  let toldAt = 0;
  /** Taken back while it was on its way: the draft keeps what the network has, and nothing more is sent. */
  const isWanted = (): boolean =>
    desk.db.raw.open && getUpload(desk.db, id).state === 'uploading' && !controller.signal.aborted;
  return connection.upload(
    {
      bytes: row.bytes,
      mime: row.mime,
      kind: row.kind,
      altText: row.alt_text,
      for: row.message_kind,
      read: (from, to) => readPiece(desk.db, id, from, to),
    },
    {
      begun(remoteId) {
        failpoint('upload.begun');
        if (isWanted()) change(desk, id, { remote_id: remoteId, sent_bytes: 0 });
        else controller.abort();
      },
      progress(sentBytes) {
        if (!isWanted()) return controller.abort();
        came(sentBytes);
        if (desk.now() - toldAt < tellMs && sentBytes < row.bytes) return;
        toldAt = desk.now();
        change(desk, id, { sent_bytes: sentBytes });
        failpoint('upload.progress');
      },
    },
    row.remote_id === null ? undefined : { remoteId: row.remote_id, sentBytes: row.sent_bytes },
    controller.signal,
  );
};

const stored = (desk: Desk, id: string, { remoteId, expiresAt }: Uploaded): void => {
  // Described anew meanwhile, or taken away: what the network has now is not what is to be sent.
  if (getUpload(desk.db, id).remote_id !== remoteId) return;
  const { bytes } = getUpload(desk.db, id);
  change(desk, id, { state: 'uploaded', sent_bytes: bytes, expires_at: expiresAt });
};

/** The message waits for a person: without its picture it is another message. */
const giveUp = (desk: Desk, id: string, reason: string): void => {
  const { outbox_id, name } = getUpload(desk.db, id);
  if (outbox_id === null) return;
  byDesk(desk, 'upload.failed', outbox_id, { id, outboxId: outbox_id }, (tx, at) => {
    putUpload(tx, { ...getUpload(tx, id), state: 'failed', reason });
    const item = getItem(tx, outbox_id);
    if (item.state === 'queued') fail(tx, item, at, 'rejected', `${name} was not taken: ${reason}`);
  });
};

const change = (desk: Desk, id: string, to: Partial<UploadRow>): UploadRow => {
  const { outbox_id } = getUpload(desk.db, id);
  if (outbox_id === null) return getUpload(desk.db, id);
  return byDesk(desk, 'upload.mark', outbox_id, { id, state: to.state }, (tx) => {
    const row = { ...getUpload(tx, id), ...to };
    putUpload(tx, row);
    return row;
  });
};
