import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import type { User } from '../../simulator/world/model.ts';

export type Answered = { path: string; askedAt: number; answeredAt: number };

/** A silent X on this machine, hands to make customers write, and a note of when each answer had left it. */
export type Network = {
  port: number;
  brands: User[];
  answers: Answered[];
  say(from: string, to: User, text: string): void;
  close(): Promise<void>;
};

export const startNetwork = async (): Promise<Network> => {
  const simulator = await startSimulator({ customers: false, opening: 0, rate: 0, rateLimitScale: 0 });
  const answers: Answered[] = [];
  const asked = new WeakMap<IncomingMessage, number>();
  const onStart = (message: unknown): void => void asked.set(requestOf(message), Date.now());
  const onFinish = (message: unknown): void => {
    const request = requestOf(message);
    answers.push({
      path: request.url ?? '',
      askedAt: asked.get(request) ?? Number.NaN,
      answeredAt: Date.now(),
    });
  };
  subscribe('http.server.request.start', onStart);
  subscribe('http.server.response.finish', onFinish);
  return {
    port: simulator.port,
    brands: simulator.brands,
    answers,
    say: (from, to, text) => write(simulator, from, to, text),
    async close() {
      unsubscribe('http.server.request.start', onStart);
      unsubscribe('http.server.response.finish', onFinish);
      await simulator.close();
    },
  };
};

const requestOf = (message: unknown): IncomingMessage => (message as { request: IncomingMessage }).request;

const write = ({ world, context }: Simulator, handle: string, to: User, text: string): void => {
  const known = world.findByHandle(handle);
  const author = known ?? {
    ...to,
    id: String(7_000_000_000 + world.users.size),
    handle,
    name: `${handle} Moor`,
    isBrand: false,
  };
  if (!known) context.authoring.putUser(author);
  context.authoring.writePost({
    author,
    text: `@${to.handle} ${text}`,
    atMs: context.clock.now(),
    origin: 'control',
  });
};
