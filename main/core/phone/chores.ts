import type { Chore } from '../chores.ts';
import { operate } from '../desk.ts';
import { patchCall } from './change.ts';
import { putPhone, type EscalationRow, type PhoneRow } from './rows.ts';

/** So long before a call is due its caller is told. */
export const remindMs = 5 * 60_000;
const perTurn = 100;

/** As long as anything of a customer is held, so is their number. */
const notHeld =
  'NOT EXISTS (SELECT 1 FROM holds h WHERE h.customer_id = p.customer_id AND h.lifted_at IS NULL)';

/** Numbers that were kept long enough are gone: the row says that there was one, and when. */
export const forgetNumbers: Chore = {
  name: 'phone.forget',
  dueAt: ({ db }) =>
    first(db.find(`SELECT min(expires_at) AS at FROM phones p WHERE forgotten_at IS NULL AND ${notHeld}`)),
  run(desk) {
    operate(desk, { op: 'phone.forget', by: 'desk', input: {} }, (tx, at) => {
      const rows = tx.all<PhoneRow>(
        `SELECT * FROM phones p WHERE forgotten_at IS NULL AND expires_at <= ? AND ${notHeld} ` +
          `ORDER BY expires_at LIMIT ${perTurn}`,
        at,
      );
      for (const row of rows) putPhone(tx, { ...row, number: '', forgotten_at: at });
      return { value: null };
    });
  },
};

/** Says once, shortly before, that a call is coming up; the window makes a notice of it. */
export const remindOfCalls: Chore = {
  name: 'phone.remind',
  dueAt: ({ db }) =>
    first(
      db.find('SELECT min(due_at) AS at FROM escalations WHERE ended_at IS NULL AND reminded_at IS NULL'),
    ) - remindMs,
  run(desk) {
    operate(desk, { op: 'phone.remind', by: 'desk', input: {} }, (tx, at) => {
      const rows = tx.all<EscalationRow>(
        'SELECT * FROM escalations WHERE ended_at IS NULL AND reminded_at IS NULL AND due_at <= ? ' +
          `ORDER BY due_at LIMIT ${perTurn}`,
        at + remindMs,
      );
      for (const row of rows) patchCall(tx, row, { reminded_at: at });
      return { value: null };
    });
  },
};

const first = (row: unknown): number => (row as { at: number | null } | undefined)?.at ?? Infinity;
