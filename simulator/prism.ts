import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Description, judgeable } from './testing/description.ts';

/** A caller's or the simulator's offence against the description. */
export interface Violation {
  method: string;
  path: string;
  status: number;
  detail: string;
}

export interface Prism {
  /** Use it in place of the simulator's address. */
  url: string;
  port: number;
  violations(): Violation[];
  close(): Promise<void>;
}

// Not in the description, or not checkable there: OAuth, the control door, and the pieces of an upload.
const PAST_PRISM = /^\/(?:i\/|control|2\/oauth2\/|2\/media\/upload\/\d+\/append)/;

/** The description as a judge: every call to the address it returns is checked on its way to the simulator and back. A wrong
 * request comes back as 422, a wrong answer as 500; both are also noted in `violations()`. */
export async function startPrism(target: string, description: string): Promise<Prism> {
  const prismPort = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'description-'));
  const judged = path.join(folder, 'description.json');
  writeFileSync(
    judged,
    JSON.stringify(judgeable(JSON.parse(readFileSync(description, 'utf8')) as Description)),
  );
  const args = ['proxy', '--errors', '--port', String(prismPort), judged, target];
  const child = spawn(process.execPath, [prismBinary(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await listening(child);
  const violations: Violation[] = [];
  const server = createServer((incoming, outgoing) => {
    const isPast = PAST_PRISM.test(incoming.url ?? '');
    forward(incoming, outgoing, isPast ? target : `http://127.0.0.1:${prismPort}`, (violation) =>
      violations.push(violation),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    violations: () => violations,
    close: () => stop(server, child),
  };
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  note: (violation: Violation) => void,
): void {
  const { method = 'GET', headers } = incoming;
  // Asked for packed, an answer could not be read here.
  const onward = { ...headers, 'accept-encoding': 'identity' };
  const upstream = httpRequest(
    new URL(incoming.url ?? '/', target),
    { method, headers: onward },
    (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => outgoing.destroy());
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        const status = answer.statusCode ?? 0;
        if (body.includes('stoplight.io/prism/errors')) {
          note({ method, path: incoming.url ?? '', status, detail: body.toString('utf8') });
        }
        const { 'transfer-encoding': _, ...rest } = answer.headers;
        outgoing.writeHead(status, { ...rest, 'content-length': body.length });
        outgoing.end(body);
      });
    },
  );
  upstream.on('error', () => outgoing.destroy());
  incoming.pipe(upstream);
}

function prismBinary(): string {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  return path.join(path.dirname(require.resolve('@stoplight/prism-cli/package.json')), 'dist', 'index.js');
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString('utf8');
      if (log.includes('is listening on')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`prism did not start: ${log.slice(-800)}`)));
  });
}

async function freePort(): Promise<number> {
  const probe = createNetServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function stop(server: Server, child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await gone;
}
