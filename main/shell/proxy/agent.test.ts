import { request } from 'node:https';
import { afterEach, expect, it } from 'vitest';
import { createXProvider } from '../../providers/x/provider.ts';
import { anySecrets, boxOf } from '../../providers/x/testing/box.ts';
import { ProxiedAgent } from './agent.ts';
import { hopsIn } from './hops.ts';
import { certificate } from './testing/certificate.ts';
import { startConnectProxy, startHost, startSocksProxy, type Machine } from './testing/machines.ts';

const machines: Machine[] = [];
const runs = async (machine: Promise<Machine>): Promise<Machine> => {
  machines.push(await machine);
  return machine;
};
afterEach(() => {
  for (const machine of machines.splice(0)) machine.close();
});

const agentBy = (way: string, credentials: { user: string; password: string } | null = null): ProxiedAgent =>
  new ProxiedAgent(
    { to: () => Promise.resolve(way), credentials: () => credentials },
    { keepAlive: true, ca: certificate },
  );

const get = (agent: ProxiedAgent, host = 'api.x.com', path = '/2/users/me', port = 443): Promise<string> =>
  new Promise((resolve, reject) => {
    request({ host, path, port, agent, timeout: 5000 }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });

it('reaches a host by its name through a CONNECT proxy, with TLS ending at the host', async () => {
  const host = await runs(startHost());
  const proxy = await runs(startConnectProxy(host.port));
  const agent = agentBy(`PROXY 127.0.0.1:${proxy.port}`);
  expect(await get(agent)).toBe('heard /2/users/me');
  expect(await get(agent, 'api.x.com', '/again')).toBe('heard /again');
  expect(proxy.asked).toEqual(['api.x.com:443']);
  expect(host.asked).toEqual(['GET api.x.com /2/users/me', 'GET api.x.com /again']);
});

it('reaches it through SOCKS 5, with a name and a password', async () => {
  const host = await runs(startHost());
  const open = await runs(startSocksProxy(host.port));
  expect(await get(agentBy(`SOCKS5 127.0.0.1:${open.port}`))).toBe('heard /2/users/me');
  expect(open.asked).toEqual(['api.x.com:443']);

  const shut = await runs(startSocksProxy(host.port, 'maya:secret'));
  const way = `SOCKS5 127.0.0.1:${shut.port}`;
  expect(await get(agentBy(way, { user: 'maya', password: 'secret' }))).toBe('heard /2/users/me');
  await expect(get(agentBy(way, { user: 'maya', password: 'wrong' }))).rejects.toThrow(
    'did not take the name and password',
  );
  await expect(get(agentBy(way))).rejects.toThrow('asks for a name and a password');
  await expect(get(agentBy(`SOCKS5 127.0.0.1:${open.port}`), 'forbidden.example')).rejects.toThrow(
    'its rules do not allow this host',
  );
});

it('names itself to a proxy that asks, and says so when it was not taken', async () => {
  const host = await runs(startHost());
  const proxy = await runs(startConnectProxy(host.port, { password: 'maya:sëcret' }));
  const way = `PROXY 127.0.0.1:${proxy.port}`;
  expect(await get(agentBy(way, { user: 'maya', password: 'sëcret' }))).toBe('heard /2/users/me');
  await expect(get(agentBy(way))).rejects.toThrow('asks for a name and a password');
});

it('tries the ways in their order', async () => {
  const host = await runs(startHost());
  const refusing = await runs(startConnectProxy(host.port, { refuse: 503 }));
  const good = await runs(startConnectProxy(host.port));
  const way = `PROXY 127.0.0.1:1; PROXY 127.0.0.1:${refusing.port}; PROXY 127.0.0.1:${good.port}`;
  expect(await get(agentBy(way))).toBe('heard /2/users/me');
  expect(refusing.asked).toEqual(['api.x.com:443']);
  expect(await get(agentBy('DIRECT'), '127.0.0.1', '/straight', host.port)).toBe('heard /straight');
});

it('never takes a proxy for the host: a certificate of its own is refused', async () => {
  const host = await runs(startHost());
  const proxy = await runs(startConnectProxy(host.port));
  await expect(get(agentBy(`PROXY 127.0.0.1:${proxy.port}`), 'api.elsewhere.example')).rejects.toThrow(
    /certificate/u,
  );
});

it('says where it got stuck', async () => {
  const refusing = await runs(startConnectProxy(1, { refuse: 403 }));
  await expect(get(agentBy(`PROXY 127.0.0.1:${refusing.port}`))).rejects.toThrow(
    `through the proxy 127.0.0.1:${refusing.port}: the proxy refused (403)`,
  );
  await expect(get(agentBy('PROXY 127.0.0.1:1'))).rejects.toThrow('it refused the connection');
  await expect(get(agentBy('SOCKS 127.0.0.1:1'))).rejects.toThrow('name no way');
});

it('keeps a send that never passed the proxy "not sent"', async () => {
  const refusing = await runs(startConnectProxy(1, { refuse: 502 }));
  const provider = createXProvider({ now: Date.now, agent: agentBy(`PROXY 127.0.0.1:${refusing.port}`) });
  const failed = provider.connect(boxOf(anySecrets));
  await expect(failed).rejects.toMatchObject({ kind: 'network' });
  await expect(failed).rejects.toThrow('the proxy refused (502)');
});

it('reads what Chromium says of the ways', () => {
  const table: [string, unknown[]][] = [
    ['DIRECT', [{ kind: 'direct' }]],
    ['PROXY proxy.corp:3128;DIRECT', [{ kind: 'http', host: 'proxy.corp', port: 3128 }, { kind: 'direct' }]],
    ['HTTPS proxy.corp', [{ kind: 'https', host: 'proxy.corp', port: 443 }]],
    ['SOCKS5 [::1]:1080', [{ kind: 'socks5', host: '::1', port: 1080 }]],
    ['SOCKS old.corp:1080; QUIC x:1', []],
    ['', []],
  ];
  for (const [answer, hops] of table) expect(hopsIn(answer), answer).toEqual(hops);
});
