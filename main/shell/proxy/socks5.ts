import type { Socket } from 'node:net';
import type { Credentials } from './tunnel.ts';

/**
 * Asks a SOCKS 5 proxy (RFC 1928, RFC 1929) for a connection to a host by name: the proxy looks the name up, for many
 * networks let nobody else do so. Throws an Error in words.
 */
export const throughSocks5 = async (
  socket: Socket,
  to: { host: string; port: number },
  credentials: Credentials | null,
): Promise<void> => {
  const read = reader(socket);
  const methods = credentials === null ? [anybody] : [anybody, byPassword];
  socket.write(Buffer.from([5, methods.length, ...methods]));
  const [version, method] = await read(2);
  if (version !== 5) throw new Error('what answers there is no SOCKS 5 proxy');
  if (method === byPassword && credentials !== null) await signIn(socket, read, credentials);
  else if (method !== anybody) throw new Error('the proxy asks for a name and a password');

  const name = Buffer.from(to.host);
  socket.write(
    Buffer.concat([
      Buffer.from([5, 1, 0, 3, name.length]),
      name,
      Buffer.from([to.port >> 8, to.port & 0xff]),
    ]),
  );
  const [, answer = 1, , kind] = await read(4);
  if (answer !== 0) throw new Error(`the proxy refused: ${refusals[answer] ?? `reason ${answer}`}`);
  // The address it connected from, of no use to us, but it stands before the first byte of the host.
  const [length = 0] = kind === 3 ? await read(1) : [kind === 4 ? 16 : 4];
  await read(length + 2);
};

const anybody = 0;
const byPassword = 2;

const signIn = async (socket: Socket, read: Read, { user, password }: Credentials): Promise<void> => {
  const words = [user, password].map((word) => Buffer.from(word).subarray(0, 255));
  socket.write(
    Buffer.concat([Buffer.from([1]), ...words.flatMap((word) => [Buffer.from([word.length]), word])]),
  );
  const [, refused] = await read(2);
  if (refused !== 0) throw new Error('the proxy did not take the name and password');
};

const refusals: Readonly<Record<number, string>> = {
  1: 'it failed itself',
  2: 'its rules do not allow this host',
  3: 'it can’t reach the network',
  4: 'it can’t reach the host',
  5: 'the host refused the connection',
  6: 'it took too long',
};

type Read = (bytes: number) => Promise<Buffer>;

/** Exactly so many bytes at a time; what comes after them is left for who speaks next. */
const reader =
  (socket: Socket): Read =>
  (bytes) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const taken = socket.read(bytes) as Buffer | null;
        if (taken === null) return;
        stop();
        if (taken.length === bytes) resolve(taken);
        else ended();
      };
      const ended = (): void => {
        stop();
        reject(new Error('the proxy ended the connection'));
      };
      const failed = (error: Error): void => {
        stop();
        reject(error);
      };
      const stop = (): void => {
        socket.off('readable', look).off('end', ended).off('close', ended).off('error', failed);
      };
      socket.on('readable', look).on('end', ended).on('close', ended).on('error', failed);
      look();
    });
