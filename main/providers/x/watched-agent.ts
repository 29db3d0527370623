import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Agent } from 'node:https';
import type { Socket } from 'node:net';

/** What the wire knows about one call and the client library does not tell. */
export type Watch = {
  agent: Agent;
  status: number | null;
  /** A connection stood, so bytes of the request may have left. While false, the network cannot have acted. */
  isHandedOver: boolean;
  isOversized: boolean;
  /** Why the connection broke, if it did. */
  error: unknown;
};

export type WatchRules = {
  deadlineMs: number;
  maxBytes: number;
  /** For a POST: an idle connection may be half-open, and a reset on it would leave the outcome unknown. */
  isFresh: boolean;
};

type Requester = { addRequest(request: ClientRequest, ...rest: unknown[]): void };

/** The same agent for one call, observed at the one point where Node hands it the request. */
export const watch = (agent: Agent, rules: WatchRules): Watch => {
  const seen: Watch = { agent, status: null, isHandedOver: false, isOversized: false, error: undefined };
  const addRequest: Requester['addRequest'] = (request, ...rest) => {
    observe(request, rules, seen);
    if (rules.isFresh) dropIdle(agent);
    (agent as unknown as Requester).addRequest(request, ...rest);
  };
  seen.agent = Object.create(agent, { addRequest: { value: addRequest } }) as Agent;
  return seen;
};

const observe = (request: ClientRequest, { deadlineMs, maxBytes }: WatchRules, seen: Watch): void => {
  // The socket timeout sees silence only; an answer that drips for ever needs an end too.
  const deadline = setTimeout(() => request.destroy(new Error('Request timeout.')), deadlineMs);
  request.once('close', () => clearTimeout(deadline));
  request.once('error', (error) => void (seen.error = error));
  request.once('socket', (socket) => whenReady(socket, () => void (seen.isHandedOver = true)));
  request.once('response', (response: IncomingMessage) => {
    seen.status = response.statusCode ?? null;
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes || seen.isOversized) return;
      seen.isOversized = true;
      request.destroy(new Error('The answer is too large.'));
    });
  });
};

const whenReady = (
  socket: Socket & { secureConnecting?: boolean; encrypted?: boolean },
  then: () => void,
): void => {
  if (!socket.connecting && socket.secureConnecting !== true) return then();
  socket.once(socket.encrypted === true ? 'secureConnect' : 'connect', then);
  return undefined;
};

const dropIdle = (agent: Agent): void => {
  for (const sockets of Object.values(agent.freeSockets))
    for (const socket of sockets ?? []) socket.destroy();
};
