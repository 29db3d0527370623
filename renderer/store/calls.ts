import { escalationStates, isLive, type EscalationState } from '../../shared/model.ts';
import { call } from '../call.ts';
import { announce } from './announced.ts';
import { get, set } from './desk.ts';
import { flush } from './events.ts';
import { callsIn, withCalls, type PhoneState } from './phone.ts';

const pageSize = 50;
/** Live promises are all wanted: the rail counts them, and the next one due may be any of them. */
const livePage = 200;
const mostPages = 20;

export const change = (edit: (phone: PhoneState) => Partial<PhoneState>): void =>
  set(({ phone }) => ({ phone: { ...phone, ...edit(phone) } }));

/** At the start: whatever is promised, and a call that was announced before the window was there. */
export const readCalls = async (): Promise<void> => {
  for (const state of escalationStates) if (isLive(state)) await readOn(state);
  const incoming = await call('call.waiting', {}).catch(() => null);
  if (incoming) announce(incoming);
};

/** The first page of what is over, when the board is looked at. */
export const readEnded = async (): Promise<void> => {
  for (const state of escalationStates) {
    if (
      !isLive(state) &&
      get().phone.read[state] !== 'all' &&
      callsIn(get().phone.rows, state).length < pageSize
    )
      await readOn(state);
  }
};

const reading = new Set<EscalationState>();

/** Reads on where the column ends. */
export const readOn = async (state: EscalationState): Promise<void> => {
  if (reading.has(state)) return;
  reading.add(state);
  try {
    let last = isLive(state) ? undefined : callsIn(get().phone.rows, state).at(-1);
    for (let page = 0; page < (isLive(state) ? mostPages : 1); page += 1) {
      const after = last ? { at: isLive(state) ? last.dueAt : (last.endedAt ?? 0), id: last.id } : null;
      const limit = isLive(state) ? livePage : pageSize;
      const { escalations, hasMore } = await call('phones.page', { state, after, limit });
      flush();
      change((phone) => ({
        rows: withCalls(phone, escalations).rows,
        read: { ...phone.read, [state]: hasMore ? 'more' : 'all' },
      }));
      last = escalations.at(-1);
      if (!hasMore) break;
    }
  } catch {
    change((phone) => ({ read: { ...phone.read, [state]: 'failed' } }));
  } finally {
    reading.delete(state);
  }
};
