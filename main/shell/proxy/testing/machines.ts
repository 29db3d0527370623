import { createServer as createPlain, type IncomingMessage } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { certificate, privateKey } from './certificate.ts';

/** Something that listens on this machine for the length of a test. */
export type Machine = { port: number; /** What it was asked, in order. */ asked: string[]; close(): void };

/** Answers every request over TLS with what it was asked for. */
export const startHost = (): Promise<Machine> => {
  const asked: string[] = [];
  const server = createSecure({ key: privateKey, cert: certificate }, (request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    response.end(`heard ${request.url}`);
  });
  return listening(server, asked);
};

/** A CONNECT proxy that leads every name to one port of this machine, or refuses. */
export const startConnectProxy = (
  leadTo: number,
  rules: { password?: string; refuse?: number; isSilent?: boolean } = {},
): Promise<Machine> => {
  const asked: string[] = [];
  const server = createPlain();
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (rules.isSilent === true) return;
    const wanted = rules.password && `Basic ${Buffer.from(rules.password).toString('base64')}`;
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    } else if (rules.refuse !== undefined) {
      socket.end(`HTTP/1.1 ${rules.refuse} No\r\ncontent-length: 0\r\n\r\n`);
    } else {
      const onward = connect(leadTo, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.write(head);
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    }
  });
  return listening(server, asked);
};

/** A SOCKS 5 proxy of the same kind. */
export const startSocksProxy = (leadTo: number, password?: string): Promise<Machine> => {
  const asked: string[] = [];
  const server = createServer((socket) => void serve(socket, leadTo, password, asked).catch(() => undefined));
  return listening(server, asked);
};

const serve = async (
  socket: Socket,
  leadTo: number,
  password: string | undefined,
  asked: string[],
): Promise<void> => {
  socket.on('error', () => undefined);
  const chunk = (): Promise<Buffer> => new Promise((resolve) => socket.once('data', resolve));
  await chunk();
  socket.write(Buffer.from([5, password === undefined ? 0 : 2]));
  if (password !== undefined) {
    const said = await chunk();
    const user = said.subarray(2, 2 + (said[1] ?? 0));
    const given = `${user.toString()}:${said.subarray(3 + user.length).toString()}`;
    socket.write(Buffer.from([1, given === password ? 0 : 1]));
    if (given !== password) return;
  }
  const wanted = await chunk();
  const host = wanted.subarray(5, 5 + (wanted[4] ?? 0)).toString();
  asked.push(`${host}:${wanted.readUInt16BE(wanted.length - 2)}`);
  if (host === 'forbidden.example') return void socket.end(Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0]));
  const onward = connect(leadTo, '127.0.0.1', () => {
    // In two pieces, as a slow line delivers it.
    socket.write(Buffer.from([5, 0, 0]));
    setTimeout(() => {
      socket.write(Buffer.from([1, 127, 0, 0, 1, 0, 80]));
      socket.pipe(onward).pipe(socket);
    }, 5);
  });
};

const listening = (server: Server, asked: string[]): Promise<Machine> =>
  new Promise((resolve) => {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        asked,
        close() {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      }),
    );
  });
