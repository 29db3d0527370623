import { createServer, type Server } from 'node:http';
import { AppError } from '../../../shared/errors.ts';
import { loopbackPorts, redirectAddress } from '../../../shared/sign-in.ts';

const patienceMs = 5 * 60_000;

export type Loopback = {
  redirectUri: string;
  /** Waits for the browser's answer to our question. Throws AppError when it was refused, cancelled or never came. */
  code(state: string): Promise<string>;
  close(): void;
};

/** Listens on this machine only, for one answer of the browser. Throws `network` when all ports are taken. */
export const openLoopback = async (): Promise<Loopback> => {
  const { server, port } = await listen();
  const cancelled = new AppError('auth', 'Connecting was cancelled. Nothing was changed.');
  let giveUp: (error: AppError) => void = () => {};
  return {
    redirectUri: redirectAddress(port),
    code: (state) =>
      new Promise<string>((resolve, reject) => {
        giveUp = reject;
        const late = new AppError('auth', 'The browser did not come back within five minutes. Try again.');
        const timer = setTimeout(() => reject(late), patienceMs);
        server.once('close', () => clearTimeout(timer));
        server.on('request', (request, response) => {
          const { pathname, searchParams } = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
          if (pathname !== '/callback' || searchParams.get('state') !== state) {
            response.writeHead(404).end();
            return;
          }
          const code = searchParams.get('code');
          response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
          response.end(
            `${code ? 'Signed in.' : 'Not signed in.'} You can close this page and go back to Earshot.`,
          );
          if (code) resolve(code);
          else
            reject(new AppError('auth', 'The sign-in was refused on the page of X. Nothing was connected.'));
        });
      }),
    close() {
      giveUp(cancelled);
      server.close();
      server.closeAllConnections();
    },
  };
};

const listen = async (): Promise<{ server: Server; port: number }> => {
  for (const port of loopbackPorts) {
    const server = createServer();
    const isListening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (isListening) return { server, port };
  }
  const ports = loopbackPorts.join(', ');
  throw new AppError(
    'network',
    `The ports ${ports} of this machine are all taken. Close the program that uses them.`,
  );
};
