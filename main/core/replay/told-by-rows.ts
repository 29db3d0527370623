import type { Happening, Moment, Part, Patch, Rows } from '../../../shared/replay/story.ts';
import type { Folded, Kept } from './fold.ts';
import { callOf, lastVersion, promiseAt, promiseOf, versionAt } from './kept.ts';

type Told = { at: number; by: string; did: Happening[]; set: Patch };

/**
 * What the tables know and the log does not: it is told at the times the rows themselves have. On a desk that kept its log
 * from the first day this is nothing; an imported conversation is told by this alone.
 */
export const toldByRows = (folded: Folded, kept: Kept): Moment[] => {
  const told: Told[] = [
    ...messages(folded, kept),
    ...notes(folded, kept),
    ...questions(folded, kept),
    ...promises(folded, kept),
    ...calls(folded, kept),
    ...items(folded, kept),
  ];
  return told.toSorted((a, b) => a.at - b.at).map((one) => ({ ...one, seq: null, isUndo: false }));
};

/** Where the log and the tables end differently: what has to be set so that the end of the story is the present. */
export const whatIsLeft = (folded: Folded, kept: Kept): Patch => {
  const left: Record<string, Record<string, unknown>> = {};
  const present: { [P in Part]: Map<string, Rows[P]> } = {
    messages: new Map([...kept.messages.values()].map((row) => [row.id, lastVersion(row)])),
    notes: new Map(kept.notes.map((row) => [row.id, row.removed_at === null ? 'here' : 'removed'])),
    questions: new Map(kept.questions.map((row) => [row.id, row.state])),
    promises: new Map(kept.promises.map((row) => [row.id, promiseOf(row)])),
    calls: new Map(kept.calls.map((row) => [row.id, callOf(row)])),
    items: new Map(kept.items.map((row) => [row.id, row.state])),
  };
  for (const part of Object.keys(present) as Part[]) {
    const [is, was]: [Map<string, unknown>, Map<string, unknown>] = [present[part], folded.rows[part]];
    for (const id of was.keys()) if (!is.has(id)) (left[part] ??= {})[id] = null;
    for (const [id, value] of is) {
      if (was.has(id) && !isSame(was.get(id), value)) (left[part] ??= {})[id] = value;
    }
  }
  return left;
};

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

const messages = (folded: Folded, kept: Kept): Told[] =>
  [...kept.messages.values()].flatMap((row) => {
    const known = folded.rows.messages.get(row.id);
    const id = row.id as never;
    const told: Told[] = [];
    let version = known ?? versionAt(row, row.received_at);
    if (known === undefined) {
      const direction = row.role === 'out' ? 'out' : 'in';
      const did: Happening[] = [{ did: 'arrived', id, direction, kind: row.kind }];
      told.push({ at: row.received_at, by: 'x', did, set: { messages: { [id]: version } } });
      if (row.gone_at !== null) {
        const because = row.gone_because ?? 'deleted';
        const set = { messages: { [id]: 0 } };
        told.push({ at: row.gone_at, by: 'x', did: [{ did: 'gone', id, because }], set });
      }
    }
    for (const seenAt of timesSeen(row)) {
      const next = versionAt(row, seenAt);
      if (next <= version) continue;
      version = next;
      told.push({ at: seenAt, by: 'x', did: [{ did: 'edited', id }], set: { messages: { [id]: next } } });
    }
    return told;
  });

const timesSeen = ({
  seen,
  altered_at,
  received_at,
}: {
  seen: string | null;
  altered_at: number | null;
  received_at: number;
}): number[] =>
  seen === null ? [] : [...seen.split(',').map(Number), altered_at ?? received_at].toSorted((a, b) => a - b);

const notes = (folded: Folded, kept: Kept): Told[] =>
  unknown(kept.notes, folded.rows.notes).flatMap((row) => {
    const id = row.id as never;
    const told = (at: number, is: 'here' | 'removed'): Told => ({
      at,
      by: row.agent_id,
      did: [{ did: 'note', id, is }],
      set: { notes: { [id]: is } },
    });
    return [
      told(row.created_at, 'here'),
      ...(row.removed_at === null ? [] : [told(row.removed_at, 'removed')]),
    ];
  });

const questions = (folded: Folded, kept: Kept): Told[] =>
  unknown(kept.questions, folded.rows.questions).flatMap((row) => {
    const id = row.id as never;
    const told = (at: number, by: string, state: Rows['questions']): Told => ({
      at,
      by,
      did: [{ did: 'question', id, state }],
      set: { questions: { [id]: state } },
    });
    const end = row.ended_at === null ? [] : [told(row.ended_at, row.expert_id, row.state)];
    return [told(row.asked_at, row.asked_by, 'open'), ...end];
  });

const promises = (folded: Folded, kept: Kept): Told[] =>
  unknown(kept.promises, folded.rows.promises).flatMap((row) => {
    const id = row.id as never;
    const first = promiseAt(row, row.requested_at);
    const told = (at: number, from: Rows['promises'] | null, to: Rows['promises']): Told => ({
      at,
      by: row.requested_by,
      did: [{ did: 'promise', id, from: from?.state ?? null, to: to.state }],
      set: { promises: { [id]: to } },
    });
    const end = row.ended_at === null ? [] : [told(row.ended_at, first, promiseOf(row))];
    return [told(row.requested_at, null, first), ...end];
  });

const calls = (folded: Folded, kept: Kept): Told[] =>
  unknown(kept.calls, folded.rows.calls).flatMap((row) => {
    const id = row.id as never;
    const told = (at: number, then: Rows['calls']): Told => ({
      at,
      by: row.agent_id,
      did: [{ did: 'call', id, outcome: then.outcome }],
      set: { calls: { [id]: then } },
    });
    const end = row.ended_at === null ? [] : [told(row.ended_at, callOf(row))];
    return [told(row.started_at, { outcome: null, endedAt: null }), ...end];
  });

const items = (folded: Folded, kept: Kept): Told[] =>
  unknown(kept.items, folded.rows.items).flatMap((row) => {
    const id = row.id as never;
    const told = (at: number, state: Rows['items']): Told => ({
      at,
      by: row.agent_id,
      did: [{ did: 'sending', id, state }],
      set: { items: { [id]: state } },
    });
    return [
      told(row.queued_at, 'queued'),
      ...(row.state === 'queued' ? [] : [told(Math.max(row.state_at, row.queued_at), row.state)]),
    ];
  });

const unknown = <R extends { id: string }>(rows: readonly R[], known: ReadonlyMap<string, unknown>): R[] =>
  rows.filter(({ id }) => !known.has(id));
