import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import type { Hop } from './hops.ts';
import { throughSocks5 } from './socks5.ts';

export type Credentials = { user: string; password: string };
type Between = Exclude<Hop, { kind: 'direct' }>;
type Place = { host: string; port: number };

/** How long a machine in between may take before the next way is tried. */
const patienceMs = 10_000;

/** A connection to a host through a proxy, ready for TLS. Throws an Error in words; nothing of ours has been said by then. */
export const openTunnel = (
  hop: Between,
  to: Place,
  credentials: Credentials | null,
  waitMs = patienceMs,
): Promise<Socket> =>
  hop.kind === 'socks5' ? viaSocks(hop, to, credentials, waitMs) : viaConnect(hop, to, credentials, waitMs);

const viaConnect = (
  hop: Between,
  { host, port }: Place,
  credentials: Credentials | null,
  waitMs: number,
): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const place = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
    const ask = (hop.kind === 'https' ? secureRequest : plainRequest)({
      host: hop.host,
      port: hop.port,
      method: 'CONNECT',
      path: place,
      headers: { host: place, ...(credentials !== null && { 'proxy-authorization': basic(credentials) }) },
      agent: false,
      timeout: waitMs,
    });
    ask.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
      if (statusCode < 200 || statusCode >= 300) {
        socket.destroy();
        return reject(new Error(refusal(statusCode)));
      }
      socket.setTimeout(0);
      if (head.length > 0) socket.unshift(head);
      return resolve(socket);
    });
    // A proxy that refuses may answer with a page instead of taking CONNECT at its word.
    ask.once('response', ({ statusCode = 0 }) => {
      ask.destroy();
      reject(new Error(refusal(statusCode)));
    });
    ask.once('timeout', () => ask.destroy(new Error('the proxy did not answer in time')));
    ask.once('error', reject);
    ask.end();
  });

const viaSocks = async (
  hop: Between,
  to: Place,
  credentials: Credentials | null,
  waitMs: number,
): Promise<Socket> => {
  const socket = connect(hop.port, hop.host);
  socket.setTimeout(waitMs, () => socket.destroy(new Error('the proxy did not answer in time')));
  try {
    await throughSocks5(socket, to, credentials);
    return socket.setTimeout(0);
  } catch (error) {
    socket.destroy();
    throw error;
  }
};

const basic = ({ user, password }: Credentials): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const refusal = (status: number): string =>
  status === 407
    ? 'the proxy asks for a name and a password, or did not take those it was given'
    : `the proxy refused (${status})`;
