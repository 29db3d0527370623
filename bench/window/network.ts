import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import type { User } from '../../simulator/world/model.ts';
import { createDice } from '../town/dice.ts';
import { sentence } from '../town/words.ts';

export type Answered = { path: string; askedAt: number; answeredAt: number };

/** A silent X on this machine, hands to make customers write, and a note of when each answer had left it. */
export type Network = {
  port: number;
  brands: User[];
  answers: Answered[];
  say(from: string, to: User, text: string): void;
  /** So many direct messages to the first brand, from a thousand people, all at once. */
  directs(count: number): void;
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
    directs: (count) => writeDirects(simulator, count),
    async close() {
      unsubscribe('http.server.request.start', onStart);
      unsubscribe('http.server.response.finish', onFinish);
      await simulator.close();
    },
  };
};

const requestOf = (message: unknown): IncomingMessage => (message as { request: IncomingMessage }).request;

const person = ({ world, context }: Simulator, handle: string, like: User): User => {
  const known = world.findByHandle(handle);
  const author = known ?? {
    ...like,
    id: String(7_000_000_000 + world.users.size),
    handle,
    name: `${handle} Moor`,
    isBrand: false,
  };
  if (!known) context.authoring.putUser(author);
  return author;
};

const writeDirects = (simulator: Simulator, count: number): void => {
  const [brand] = simulator.brands;
  if (!brand) throw new Error('The network has no brand.');
  const { authoring, clock } = simulator.context;
  const dice = createDice(count);
  for (let at = 0; at < count; at += 1) {
    const sender = person(simulator, `writer_${dice.below(1000)}`, brand);
    const text = sentence(dice, brand.handle).replace(/^@\w+ /, '');
    authoring.writeDirect({ sender, recipient: brand, text, atMs: clock.now(), origin: 'control' });
  }
};

const write = (simulator: Simulator, handle: string, to: User, text: string): void => {
  const { context } = simulator;
  context.authoring.writePost({
    author: person(simulator, handle, to),
    text: `@${to.handle} ${text}`,
    atMs: context.clock.now(),
    origin: 'control',
  });
};
