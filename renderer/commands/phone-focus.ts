import type { EscalationId } from '../../shared/ids.ts';
import { escalationStates, isLive, type Escalation } from '../../shared/model.ts';
import { change } from '../store/calls.ts';
import { get } from '../store/desk.ts';
import { callsIn } from '../store/phone.ts';
import type { Desk } from '../store/state.ts';

/** The call a command acts on: the one in focus on the board, else what was promised in the open thread. */
export const callInFocus = ({ desk, phone, thread }: Desk): Escalation | undefined => {
  if (desk === 'phones' && phone.focused !== null) return phone.rows.get(phone.focused);
  return thread?.escalations.findLast(({ state }) => isLive(state));
};

export const focusCall = (id: EscalationId): void => {
  if (get().phone.focused !== id) change(() => ({ focused: id }));
};

/** Within its column; past the ends stays where it is. */
export const moveOnBoard = (step: 1 | -1): void => {
  const { rows, focused } = get().phone;
  const current = focused === null ? undefined : rows.get(focused);
  if (!current) return focusFirst();
  const column = callsIn(rows, current.state);
  const next = column[column.findIndex(({ id }) => id === current.id) + step];
  if (next) focusCall(next.id);
};

/** To the next column that has a call in it, at about the same height. */
export const moveAcross = (step: 1 | -1): void => {
  const { rows, focused } = get().phone;
  const current = focused === null ? undefined : rows.get(focused);
  if (!current) return focusFirst();
  const height = callsIn(rows, current.state).findIndex(({ id }) => id === current.id);
  for (
    let at = escalationStates.indexOf(current.state) + step;
    at >= 0 && at < escalationStates.length;
    at += step
  ) {
    const state = escalationStates[at];
    const column = state === undefined ? [] : callsIn(rows, state);
    const next = column[Math.min(height, column.length - 1)];
    if (next) return focusCall(next.id);
  }
};

/** The most pressing one. */
export const focusFirst = (): void => {
  const { rows } = get().phone;
  const live = [...rows.values()].filter(({ state }) => isLive(state)).sort((a, b) => a.dueAt - b.dueAt);
  const first = live[0] ?? [...rows.values()][0];
  if (first) focusCall(first.id);
};
