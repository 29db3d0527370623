import type { Door, EventName, Events, Input, Output, RequestName } from '../shared/api.ts';
import { AppError, type Reply } from '../shared/errors.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent when the page is opened outside Earshot. */
    earshot?: Door;
  }
}

export const hasDoor = (): boolean => window.earshot !== undefined;

/** Asks the main process; what it refuses comes back as a thrown `AppError`. */
export const call = async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = (await door().invoke(name, input)) as Reply<Output<N>>;
  if (reply.ok) return reply.value;
  const { code, message, retryAt } = reply.error;
  throw new AppError(code, message, retryAt);
};

type Listener<N extends EventName> = (payload: Events[N]) => void;

/** Hears one kind of event; the returned function stops it. */
export const on = <N extends EventName>(name: N, listener: Listener<N>): (() => void) =>
  door().on((heard, payload) => {
    if (heard === name) listener(payload as Events[N]);
  });

const door = (): Door => {
  if (!window.earshot) throw new AppError('internal', 'This page runs inside Earshot only.');
  return window.earshot;
};
