import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatchApi } from '../api/dispatch.ts';
import type { Context } from '../context.ts';
import type { ControlContext } from '../control/control-context.ts';
import { dispatchControl } from '../control/dispatch.ts';
import { type Delivery, perform } from '../faults/perform.ts';
import { authorize } from '../oauth/authorize.ts';
import { revoke, token } from '../oauth/token.ts';
import type { Answer } from './answer.ts';
import { pictureAt } from './picture.ts';
import { problemAnswer } from './problem.ts';
import { bearerOf, readRequest, type Request } from './request.ts';

export interface Door {
  server: Server;
  port: number;
  close(): Promise<void>;
}

export async function openDoor(context: ControlContext): Promise<Door> {
  const server = createServer((incoming, outgoing) => {
    readRequest(incoming)
      .then((request) => serve(context, request, outgoing))
      .catch((error: unknown) => {
        console.error('simulator: a call failed by a mistake of the simulator itself', error);
        if (!outgoing.headersSent) send(outgoing, bug(error));
      });
  });
  // A desk that polls every few seconds should find its connection still open.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(context.settings.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, port, close: () => closeServer(server) };
}

async function serve(context: ControlContext, request: Request, outgoing: ServerResponse): Promise<void> {
  context.schedule.runDue();
  if (request.path.startsWith('/control')) {
    await dispatchControl(context, request, outgoing);
    return;
  }
  const picture = request.method === 'GET' ? pictureAt(context.world, request.path) : undefined;
  if (picture) {
    outgoing.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length }).end(picture);
    return;
  }
  const handle = () => answerSite(context, request);
  const fault = context.faults.strike(request.method, request.path, brandOf(context, request));
  const delivery = await perform(fault, context, request, handle);
  context.calls.note(request.method, request.path, 'answer' in delivery ? delivery.answer.status : 'reset');
  deliver(delivery, outgoing);
}

async function answerSite(context: Context, request: Request): Promise<Answer> {
  switch (`${request.method} ${request.path}`) {
    case 'GET /i/oauth2/authorize':
      return authorize(context, request);
    case 'POST /2/oauth2/token':
      return token(context, request);
    case 'POST /2/oauth2/revoke':
      return revoke(context, request);
    default:
      return dispatchApi(context, request);
  }
}

function deliver(delivery: Delivery, outgoing: ServerResponse): void {
  switch (delivery.kind) {
    case 'whole':
      send(outgoing, delivery.answer);
      return;
    case 'cut': {
      const { status, headers, body } = delivery.answer;
      const bytes = Buffer.from(body);
      outgoing.writeHead(status, { ...headers, 'content-length': bytes.length });
      outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.socket?.destroy());
      return;
    }
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'silence': {
      const giveUp = setTimeout(() => outgoing.socket?.destroy(), delivery.ms + 30_000);
      outgoing.once('close', () => clearTimeout(giveUp));
      return;
    }
  }
}

export function send(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  outgoing.end(answer.body);
}

function brandOf(context: Context, request: Request): string | undefined {
  const grant = context.grants.findByAnyToken(bearerOf(request) ?? '');
  return grant && context.world.users.get(grant.userId)?.handle;
}

function bug(error: unknown): Answer {
  return problemAnswer(500, { title: 'Internal Server Error', detail: String(error), type: 'about:blank' });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
