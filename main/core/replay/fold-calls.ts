import type { CallId, EscalationId } from '../../../shared/ids.ts';
import type { CallThen } from '../../../shared/replay/story.ts';
import type { FoldedRows, Gathering } from './gathering.ts';
import { callAt, callOf, promiseAt, promiseOf, type PromiseColumns, type rowsOf } from './kept.ts';
import type { Image } from './mentions.ts';
import type { Columns } from './thread-then.ts';

/** Promises of calls and what became of them. */
export const createCallFold = (rows: FoldedRows, kept: ReturnType<typeof rowsOf>) => {
  const known = new Map<string, Columns>();

  const onPromise = (image: Image, { at, did, isMoving, put, hangs }: Gathering): void => {
    const { is, was } = hangs('promises', image);
    const [id = ''] = image.key;
    const { left, revision } = image;
    if (!is || left === null) return was ? put('promises', id, null) : undefined;
    const before = rows.promises.get(id) ?? null;
    const next = { ...(known.get(id) ?? (revision === 1 ? noPromise : broughtAlong(id, at))), ...left };
    known.set(id, next);
    const then = promiseOf(next as unknown as PromiseColumns);
    put('promises', id, then);
    if (before?.state !== then.state && (was || !isMoving)) {
      did.push({ did: 'promise', id: id as EscalationId, from: before?.state ?? null, to: then.state });
    }
    if (was) return;
    // The calls of a promise that was made elsewhere come with it.
    for (const call of kept.calls) {
      if (call.escalation_id === id && call.started_at < at) put('calls', call.id, callAt(call, at));
    }
  };

  const broughtAlong = (id: string, at: number): Columns => {
    const row = kept.promises.find((one) => one.id === id);
    if (!row) return noPromise;
    const { state, endedAt, outcome } = promiseAt(row, at);
    return { ...row, state, ended_at: endedAt, outcome };
  };

  const onCall = ({ key: [id = ''], left, revision }: Image, { did, put }: Gathering): void => {
    const was = rows.calls.get(id);
    if (left === null) return was ? put('calls', id, null) : undefined;
    const isNewHere = revision === 1 && rows.promises.has(String(left['escalation_id']));
    if (!was && !isNewHere) return;
    const outcome = (left['outcome'] ?? was?.outcome ?? null) as CallThen['outcome'];
    const ended_at = (left['ended_at'] ?? was?.endedAt ?? null) as number | null;
    put('calls', id, callOf({ outcome, ended_at }));
    if (!was || was.outcome !== outcome) did.push({ did: 'call', id: id as CallId, outcome });
  };

  return { onPromise, onCall };
};

/** What the image of a new promise leaves out. */
const noPromise: Columns = {
  from_at: null,
  until_at: null,
  assignee_id: null,
  ended_at: null,
  outcome: null,
};
