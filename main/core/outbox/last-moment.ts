import { operate, type Desk } from '../desk.ts';
import { getItem, putItem } from './rows.ts';

/** The longest second thoughts. */
const thoughtsMs = 30_000;
const lookMs = 50;

/**
 * The program is about to end: what was sent and only waits for its author's second thoughts leaves now, not at the next
 * start. Resolves when it has, or after `patienceMs`; what is left then stays in the outbox.
 */
export const sendBeforeTheEnd = async (
  desk: Desk,
  accountIds: readonly string[],
  hurry: () => void,
  patienceMs: number,
): Promise<void> => {
  const waiting = waitingAmong(desk, accountIds);
  if (waiting.length === 0) return;
  operate(desk, { op: 'outbox.hurry', by: 'desk', input: { ids: waiting } }, (tx, at) => {
    for (const id of waiting) putItem(tx, { ...getItem(tx, id), not_before: at });
    return { value: null };
  });
  hurry();
  for (let waited = 0; waited < patienceMs; waited += lookMs) {
    if (!waiting.some((id) => isUnderWay(desk, id))) return;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
};

/** What a limit, an outage or a failed part holds is not hurried. */
const waitingAmong = ({ db, now }: Desk, accountIds: readonly string[]): string[] =>
  db
    .all<{ id: string }>(
      "SELECT o.id FROM outbox o JOIN accounts a ON a.id = o.account_id WHERE o.state = 'queued' AND o.code IS NULL " +
        'AND o.not_before <= ? AND a.paused_because IS NULL AND a.id IN (SELECT value FROM json_each(?))',
      now() + thoughtsMs,
      JSON.stringify(accountIds),
    )
    .map(({ id }) => id);

const isUnderWay = ({ db }: Desk, id: string): boolean => {
  const { state, code } = getItem(db, id);
  return state === 'sending' || (state === 'queued' && code === null);
};
