import { createServer, type Server } from 'node:http';
import { Agent, type RequestOptions } from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failure, mention } from '../testing/rigs.ts';
import { startXRig, type XRig } from './testing/rig.ts';

/** As a company's proxy: it is asked for a tunnel to a host, and nothing else goes out. */
const startProxy = async (simulatorPort: number) => {
  const asked: string[] = [];
  const held = { isOpen: true };
  const server: Server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, client: net.Socket) => {
    asked.push(request.url ?? '');
    if (!held.isOpen) return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const onward = net.connect(simulatorPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.destroy());
    return void client.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, asked, held, port: (server.address() as AddressInfo).port };
};

/** The tunnel as an agent of Node's, without the encryption inside that a real one adds. */
class TunnelAgent extends Agent {
  readonly #port: number;
  constructor(port: number) {
    super({ keepAlive: true });
    this.#port = port;
  }

  override createConnection(
    options: RequestOptions,
    done?: (error: Error | null, socket: net.Socket) => void,
  ): undefined {
    const socket = net.connect(this.#port, '127.0.0.1');
    const fail = (error: Error): void => done?.(error, socket);
    socket.once('error', fail);
    socket.once('connect', () =>
      socket.write(`CONNECT ${options.host ?? ''}:${options.port ?? ''} HTTP/1.1\r\n\r\n`),
    );
    socket.once('data', (answer) => {
      socket.off('error', fail);
      if (answer.toString().startsWith('HTTP/1.1 200')) return done?.(null, socket);
      socket.destroy();
      return fail(new Error(`the proxy answered ${answer.toString().slice(9, 12)}`));
    });
  }
}

let rig: XRig;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let agent: TunnelAgent;

beforeEach(async () => {
  rig = await startXRig();
  proxy = await startProxy(rig.simulator.port);
  agent = new TunnelAgent(proxy.port);
});
afterEach(async () => {
  agent.destroy();
  proxy.server.closeAllConnections();
  proxy.server.close();
  await rig.close();
});

test('every call goes through the proxy: signing in, renewing, reading, sending, uploading, signing out', async () => {
  const provider = rig.provider({ agent });
  const signIn = provider.signIn({ clientId: 'desk', redirectUri: 'http://127.0.0.1:47611/callback' });
  const page = new URL(signIn.url);
  page.searchParams.set('approve', rig.brand.handle);
  const back = await fetch(new URL(page.pathname + page.search, rig.simulator.url), { redirect: 'manual' });
  const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const before = rig.simulator.context.calls.summary().total;
  let secrets = await signIn.finish(code);
  const connection = await provider.connect({
    read: () => Promise.resolve(secrets),
    write: (next) => Promise.resolve(void (secrets = next)),
  });
  const asked = mention(rig, 'maya', 'help');
  for (const stream of ['mentions', 'own', 'direct'] as const) await connection.poll(stream, null);
  await connection.lookup([asked]);
  await connection.probe('write-posts');
  const { remoteId } = await connection.upload(
    {
      bytes: 10,
      mime: 'image/png',
      kind: 'photo',
      altText: 'a mast',
      for: 'post',
      read: (from, to) => Promise.resolve(Buffer.alloc(to - from)),
    },
    { begun: () => {}, progress: () => {} },
  );
  rig.advance(3 * 3_600_000);
  await connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [remoteId] });
  await provider.signOut(secrets);
  expect(rig.refreshed()).toBe(1);
  expect(rig.posted()).toHaveLength(1);
  // Nothing else can reach anybody from here: the simulator answered all of it through the tunnel.
  expect(rig.simulator.context.calls.summary().total - before).toBeGreaterThanOrEqual(14);
  expect(new Set(proxy.asked)).toEqual(new Set(['api.x.com:443']));
});

test('a proxy that refuses the tunnel: nothing was sent, and it is said so', async () => {
  const connection = await rig.provider({ agent }).connect(rig.box);
  const asked = mention(rig, 'maya', 'help');
  proxy.held.isOpen = false;
  const item = { kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] } as const;
  const error = await failure(connection.send(item));
  expect(error).toMatchObject({ kind: 'network' });
  expect(error.message).toMatch(/the proxy answered 407/);
  expect(rig.posted()).toEqual([]);
});
