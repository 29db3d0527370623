import type { Door, EventName, Events, Input, Output, RequestName } from '../shared/api.ts';
import { AppError, type Reply } from '../shared/errors.ts';
import { unpack } from '../shared/wire.ts';

declare global {
  interface Window {
    /** Put there by the preload; absent when the page is opened outside Earshot. */
    earshot?: Door;
  }
}

export const hasDoor = (): boolean => window.earshot !== undefined;

/** Asks the main process; what it refuses comes back as a thrown `AppError`. */
export const call = async <N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const reply = unpack<Reply<Output<N>>>(await door().invoke(name, input));
  if (reply.ok) return reply.value;
  const { code, message, retryAt } = reply.error;
  throw new AppError(code, message, retryAt);
};

type Listener<N extends EventName> = (payload: Events[N]) => void;

/** By the door they were hung on: a test may put up another one. */
const listeners = new WeakMap<Door, Map<string, Set<Listener<EventName>>>>();

/** Hears one kind of event; the returned function stops it. */
export const on = <N extends EventName>(name: N, listener: Listener<N>): (() => void) => {
  const heard = listenersAt(door());
  const all = heard.get(name) ?? new Set();
  heard.set(name, all);
  // Each listener is kept under the name of the events it takes.
  all.add(listener as Listener<EventName>);
  return () => void all.delete(listener as Listener<EventName>);
};

/** The door is listened to once: whatever comes through it is copied for each of its listeners. */
const listenersAt = (at: Door): Map<string, Set<Listener<EventName>>> => {
  const known = listeners.get(at);
  if (known) return known;
  const made = new Map<string, Set<Listener<EventName>>>();
  listeners.set(at, made);
  at.on((name, payload) => {
    const all = made.get(name);
    if (!all?.size) return;
    const unpacked = unpack<Events[EventName]>(payload);
    for (const listener of all) listener(unpacked);
  });
  return made;
};

const door = (): Door => {
  if (!window.earshot) throw new AppError('internal', 'This page runs inside Earshot only.');
  return window.earshot;
};
