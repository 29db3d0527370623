import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = { method: string; url: URL; headers: IncomingMessage['headers']; body: string };
export type Stub = { port: number; asked: Asked[]; close(): Promise<void> };

/** A server that answers exactly as a test says, for answers no simulator of good manners would give. */
export const startStub = async (
  answer: (asked: Asked, response: ServerResponse) => unknown,
): Promise<Stub> => {
  const all: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', 'http://stub'),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      all.push(asked);
      Promise.resolve(answer(asked, response)).then(
        (said) => {
          if (said === undefined || response.headersSent) return;
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
        },
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked: all,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
