import type { AccountState, Ms } from '../../../shared/model.ts';
import type { Chore } from '../chores.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { isCounted } from './inbound.ts';
import { openAlerts, putAlert, type AlertRow } from './rows.ts';
import { heartbeatOf, silencesOf, type Wanted } from './wanted.ts';

const betweenMs = 30_000;
/** What is usual is read from weeks of hours: that need not be each time. */
const betweenSilencesMs = 5 * 60_000;
/** Longer between two turns than they are apart by far: the machine slept, and what it missed is being fetched. */
const sleptMs = 120_000;

/**
 * Calls for people when an account goes quiet that should not: once for each cause, until it is over. Nobody has to look for
 * an alert to end; who takes note of one only stops it from calling.
 */
export const createAlertWatch = (accounts: () => readonly AccountState[]): Chore => {
  let lastTurn: Ms | null = null;
  let awakeSince: Ms = 0;
  let lastListened: Ms = 0;
  return {
    name: 'alert.watch',
    dueAt: ({ now }) =>
      lastTurn === null || lastTurn > now() ? Number.NEGATIVE_INFINITY : lastTurn + betweenMs,
    run(desk) {
      const now = desk.now();
      if (lastTurn === null || now - lastTurn > sleptMs || now < lastTurn) awakeSince = now;
      lastTurn = now;
      const listens = Math.abs(now - lastListened) >= betweenSilencesMs || isCalling(desk, 'silence');
      const canTellSilence = listens && isCounted(desk);
      if (canTellSilence) lastListened = now;
      for (const state of accounts()) {
        const wanted = [
          ...heartbeatOf(state, awakeSince, now),
          ...(canTellSilence ? silencesOf(desk.db, state, now) : []),
        ];
        const isSettled = (alert: AlertRow): boolean => alert.kind !== 'silence' || canTellSilence;
        settleAlerts(desk, state.account.id, wanted, isSettled);
      }
    },
  };
};

/** What is so and was not is raised, what was and is not any more ends. `isSettled`: whether that can be told just now. */
const settleAlerts = (
  desk: Desk,
  accountId: string,
  wanted: readonly Wanted[],
  isSettled: (alert: AlertRow) => boolean,
): void => {
  const open = openAlerts(desk.db, accountId);
  const raised = wanted.filter((one) => !open.some((alert) => isSame(alert, one)));
  const over = open.filter((alert) => isSettled(alert) && !wanted.some((one) => isSame(alert, one)));
  if (raised.length > 0) {
    const kinds = raised.map(({ kind, stream }) => ({ kind, stream }));
    operate(desk, { op: 'alert.raise', by: 'desk', input: { accountId, kinds } }, (tx, at) => {
      for (const { kind, stream, text } of raised) {
        putAlert(tx, {
          ...{ id: newId(desk), account_id: accountId, kind, stream, text, raised_at: at },
          ...{ acknowledged_by: null, acknowledged_at: null, ended_at: null },
        });
      }
      return { value: null };
    });
  }
  if (over.length === 0) return;
  operate(desk, { op: 'alert.end', by: 'desk', input: { ids: over.map(({ id }) => id) } }, (tx, at) => {
    for (const alert of over) putAlert(tx, { ...alert, ended_at: at });
    return { value: null };
  });
};

const isSame = (a: Pick<AlertRow, 'kind' | 'stream'>, b: Pick<AlertRow, 'kind' | 'stream'>): boolean =>
  a.kind === b.kind && a.stream === b.stream;

const isCalling = ({ db }: Desk, kind: AlertRow['kind']): boolean =>
  db.find('SELECT 1 FROM alerts WHERE ended_at IS NULL AND kind = ?', kind) !== undefined;
