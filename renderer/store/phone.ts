import type { CallId, EscalationId, ThreadId } from '../../shared/ids.ts';
import type { AgentId } from '../../shared/ids.ts';
import {
  escalationStates,
  isLive,
  type CallAttempt,
  type Escalation,
  type EscalationState,
  type IncomingCall,
} from '../../shared/model.ts';

export type PhoneState = {
  /** All live promises, and as many ended ones as were read. */
  rows: ReadonlyMap<EscalationId, Escalation>;
  /** How far each column of the board was read. */
  read: Readonly<Record<EscalationState, 'not yet' | 'more' | 'all' | 'failed'>>;
  /** The call that has the keyboard on the board. */
  focused: EscalationId | null;
  /** What the dialog that is open is about: a thread's slip, or a call to book or abandon. */
  slipFor: ThreadId | null;
  about: EscalationId | null;
  /** A call was begun on the board: its notes take the keyboard once they are there. */
  wantsNotes: boolean;
  /** Who rings, until somebody looks or puts it away. */
  incoming: IncomingCall | null;
  /** Calls already looked at or put away: an announcement may come twice. */
  seen: readonly string[];
};

export const noPhones: PhoneState = {
  rows: new Map(),
  read: Object.fromEntries(escalationStates.map((state) => [state, 'not yet'])) as PhoneState['read'],
  focused: null,
  slipFor: null,
  about: null,
  wantsNotes: false,
  incoming: null,
  seen: [],
};

/** Changed rows replace older images of themselves; the same object when nothing came. */
export const withCalls = (phone: PhoneState, changed: readonly Escalation[]): PhoneState => {
  if (changed.length === 0) return phone;
  const rows = new Map(phone.rows);
  for (const row of changed) {
    const known = rows.get(row.id);
    if (!known || known.revision <= row.revision) rows.set(row.id, row);
  }
  return { ...phone, rows };
};

/** One column of the board: live ones by when they are due, ended ones the newest first. */
export const callsIn = (rows: PhoneState['rows'], state: EscalationState): Escalation[] => {
  const all = [...rows.values()].filter((row) => row.state === state);
  return isLive(state)
    ? all.sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
    : all.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || (a.id < b.id ? 1 : -1));
};

/** All that is promised: what the rail counts. One list per set of rows, so that nothing repaints for an equal one. */
export const liveCalls = (rows: PhoneState['rows']): readonly Escalation[] => {
  let live = known.get(rows);
  if (!live) known.set(rows, (live = [...rows.values()].filter(({ state }) => isLive(state))));
  return live;
};

const known = new WeakMap<PhoneState['rows'], readonly Escalation[]>();

export const runningIn = ({ attempts }: Escalation): CallAttempt | undefined =>
  attempts.find(({ endedAt }) => endedAt === null);

/** The call this person is in, wherever it was begun. */
export const myCall = (
  rows: PhoneState['rows'],
  me: AgentId,
): { escalation: Escalation; attempt: CallAttempt & { id: CallId } } | null => {
  for (const escalation of liveCalls(rows)) {
    const attempt = runningIn(escalation);
    if (attempt?.agentId === me) return { escalation, attempt };
  }
  return null;
};
