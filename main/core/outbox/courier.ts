import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { Connection } from '../../providers/provider.ts';
import type { Desk } from '../desk.ts';
import { decide } from './reconcile.ts';
import { attempt, inTheAir, recover } from './send.ts';

/** Sends one account's queue, one item at a time, and settles what is uncertain. */
export type Courier = {
  /** Epoch ms of the next thing to do; Infinity when the outbox is empty. Ask only while no step is under way. */
  dueAt(): Ms;
  step(): Promise<void>;
};

export type ReadBack = (kind: MessageKind) => Promise<{ isComplete: boolean }>;

/** How soon an uncertain item is looked for again when the reading itself failed. */
const rereadMs = 15_000;

export const createCourier = (
  desk: Desk,
  accountId: string,
  connection: Connection,
  { readBack, refused }: { readBack: ReadBack; refused(reason: string): void },
): Courier => {
  /** A limit or an outage holds the whole account, not one item. */
  let pausedUntil: Ms = 0;
  let rereadAt: Ms = 0;

  const next = () =>
    desk.db.find<Due>(
      "SELECT id, kind, not_before AS due FROM outbox WHERE state = 'queued' AND account_id = ? ORDER BY not_before, queued_at, id LIMIT 1",
      accountId,
    );
  const doubtful = () =>
    desk.db.find<Due>(
      "SELECT id, kind, next_check_at AS due FROM outbox WHERE state = 'uncertain' AND account_id = ? ORDER BY next_check_at, id LIMIT 1",
      accountId,
    );

  return {
    dueAt() {
      if (inTheAir(desk.db, accountId).length > 0) return desk.now();
      const send = next();
      const check = doubtful();
      return Math.min(
        send ? Math.max(send.due, pausedUntil) : Infinity,
        check ? Math.max(check.due, rereadAt) : Infinity,
      );
    },
    async step() {
      recover(desk, accountId);
      const send = next();
      if (send && Math.max(send.due, pausedUntil) <= desk.now()) {
        const { pauseUntil, auth } = await attempt(desk, connection, send.id);
        pausedUntil = pauseUntil ?? 0;
        if (auth !== null) refused(auth);
        return;
      }
      const check = doubtful();
      if (!check || check.due > desk.now()) return;
      const { isComplete } = await readBack(check.kind);
      if (isComplete) decide(desk, check.id);
      else rereadAt = desk.now() + rereadMs;
    },
  };
};

type Due = { id: string; kind: MessageKind; due: Ms };
