import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { imageAddress } from '../../../shared/image.ts';
import { log } from '../log.ts';
import { ProxiedAgent } from '../proxy/agent.ts';
import { certificate, privateKey } from '../proxy/testing/certificate.ts';
import { startConnectProxy, type Machine } from '../proxy/testing/machines.ts';
import { allowedAddress } from './allowed.ts';
import { openImageCache, type CacheRules } from './cache.ts';
import { fetchImage, maxBytes, publicOnly, type ImageNet } from './fetch.ts';
import { sniff } from './kind.ts';
import { isPublicAddress } from './public-address.ts';
import { createImages } from './serve.ts';

log.transports.file.level = false;
log.transports.console.level = false;

it('knows which addresses lie in the open internet', () => {
  const open = ['1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];
  const closed = [
    ...['127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
    ...['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '192.0.0.8'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '3fff::1'],
    // An IPv4 address in other clothes.
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::1'],
    ...['2001:0:1::1', 'localhost', '', '127.1', '0x7f000001', '1.1.1.1.1'],
  ];
  expect(open.filter((one) => !isPublicAddress(one))).toEqual([]);
  expect(closed.filter(isPublicAddress)).toEqual([]);
});

it('asks only where the network keeps its pictures, over https', () => {
  const hosts = ['twimg.com'];
  const fine = [
    'https://pbs.twimg.com/media/a.jpg?name=small',
    'https://twimg.com/a',
    'https://a.twimg.com./b',
  ];
  const refused = [
    ...['http://pbs.twimg.com/a', 'https://pbs.twimg.com:8443/a', 'https://me:you@pbs.twimg.com/a'],
    ...[
      'https://eviltwimg.com/a',
      'https://twimg.com.evil.example/a',
      'https://127.0.0.1/a',
      'file:///etc/passwd',
    ],
    ...['https://pbs.twimg.com@evil.example/a', 'data:image/png;base64,AAAA', 'nonsense', ''],
  ];
  expect(fine.filter((url) => !allowedAddress(url, hosts))).toEqual([]);
  expect(refused.filter((url) => allowedAddress(url, hosts))).toEqual([]);
});

it('goes by the bytes, not by what they are called', () => {
  expect(sniff(picture(3, 2))).toEqual({ kind: 'image/png', width: 3, height: 2 });
  expect(sniff(Buffer.from('GIF89a\x05\0\x04\0', 'latin1'))).toEqual({
    kind: 'image/gif',
    width: 5,
    height: 4,
  });
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 9, 0, 7, 3, 1, 2, 3, 4, 5, 6];
  expect(sniff(Buffer.from(jpeg))).toEqual({ kind: 'image/jpeg', width: 7, height: 9 });
  const webp = Buffer.alloc(30);
  webp.write('RIFF____WEBPVP8X', 'latin1');
  webp.writeUIntLE(10, 24, 3);
  webp.writeUIntLE(20, 27, 3);
  expect(sniff(webp)).toEqual({ kind: 'image/webp', width: 11, height: 21 });
  for (const none of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '', '\x89PNG', '%PDF-1.7', 'BM'])
    expect(sniff(Buffer.from(none, 'latin1')), none).toBeNull();
});

it('connects to what it looked at, and to nothing private among it', async () => {
  const look = (addresses: string[]) =>
    new Promise((resolve) =>
      publicOnly((_name, _options, answer) =>
        answer(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        ),
      )('pbs.twimg.com', {}, (error, address) => resolve(error?.message ?? address)),
    );
  expect(await look(['93.184.216.34', '93.184.216.35'])).toBe('93.184.216.34');
  expect(await look(['93.184.216.34', '10.0.0.1'])).toMatch('private network');
  expect(await look([])).toMatch('private network');
});

// Fetching, from a host of this machine that a proxy leads to: the only way to it, for this machine's own is private.
let server: Server;
let proxy: Machine;
let net: ImageNet;
let seen: string[];
let folder: string;
beforeEach(async () => {
  seen = [];
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-images-'));
  server = createServer({ key: privateKey, cert: certificate }, (request, response) => {
    const url = request.url ?? '';
    seen.push(url);
    if (url.startsWith('/to/')) return response.writeHead(302, { location: url.slice(4) }).end();
    if (url === '/gone') return response.writeHead(404).end();
    if (url === '/page') return response.end('<html>');
    if (url === '/large') return response.end(Buffer.alloc(maxBytes + 1));
    if (url === '/huge') return response.end(picture(40_000, 40_000));
    if (url === '/cut') {
      response.writeHead(200, { 'content-length': '500' }).write(picture(1, 1));
      return void setTimeout(() => response.destroy(), 20);
    }
    return response.setHeader('content-type', 'text/html').end(picture(2, 2));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startConnectProxy((server.address() as AddressInfo).port);
  const way = `PROXY 127.0.0.1:${proxy.port}`;
  const agent = new ProxiedAgent(
    { to: () => Promise.resolve(way), credentials: () => null },
    { ca: certificate },
  );
  net = { hosts: ['api.x.com'], agent };
});
afterEach(() => {
  proxy.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => `https://api.x.com${name}`;

it('fetches a picture, follows where it went, and refuses the rest in words', async () => {
  expect(await fetchImage(at('/a'), net)).toMatchObject({ kind: 'image/png' });
  expect(await fetchImage(at('/to//to//to//b'), net)).toMatchObject({ kind: 'image/png' });
  await expect(fetchImage(at('/to//to//to//to//b'), net)).rejects.toThrow('moved too often');
  await expect(fetchImage(at('/to/http://api.x.com/b'), net)).rejects.toThrow('not one where');
  await expect(fetchImage(at('/to/https://169.254.169.254/b'), net)).rejects.toThrow('not one where');
  await expect(fetchImage(at('/gone'), net)).rejects.toThrow('404');
  await expect(fetchImage(at('/page'), net)).rejects.toThrow('not a PNG');
  await expect(fetchImage(at('/large'), net)).rejects.toThrow('too large');
  await expect(fetchImage(at('/huge'), net)).rejects.toThrow('too many points');
  await expect(fetchImage(at('/cut'), net)).rejects.toThrow();
});

it('reaches nothing private by a name of the network’s', async () => {
  const straight = new ProxiedAgent({ to: () => Promise.resolve('DIRECT'), credentials: () => null });
  const lookup: ImageNet['lookup'] = (_name, _options, answer) =>
    answer(null, [{ address: '127.0.0.1', family: 4 }]);
  await expect(fetchImage(at('/a'), { hosts: ['api.x.com'], agent: straight, lookup })).rejects.toThrow(
    'private network',
  );
  expect(seen).toEqual([]);
});

it('fetches once what is shown twice, and answers nothing else', async () => {
  const cache = openImageCache(folder, { maxBytes: 1000, keptMs: 1000, now: () => 0 });
  const images = createImages(cache, () => net);
  const both = await Promise.all([images(imageAddress(at('/a'))), images(imageAddress(at('/a')))]);
  expect(both).toMatchObject([{ kind: 'image/png' }, { kind: 'image/png' }]);
  expect(await images(imageAddress(at('/a')))).toMatchObject({ kind: 'image/png' });
  expect(seen).toEqual(['/a']);
  expect(await images(imageAddress(at('/gone')))).toBe('missing');
  expect(await images('app://earshot/index.html')).toBeNull();
  expect(await images('app://earshot/image/%E0%A4%A')).toBeNull();
});

it('keeps so much and no longer, the least lately used going first', async () => {
  let now = 1_000_000_000_000;
  const rules: CacheRules = { maxBytes: 250, keptMs: 60_000, now: () => now };
  writeFileSync(path.join(folder, 'half.123.new'), 'x');
  const cache = openImageCache(folder, rules);
  expect(readdirSync(folder)).toEqual([]);
  for (const name of ['a', 'b', 'c']) {
    await cache.write(name, Buffer.alloc(100, name));
    now += 1000;
    await cache.read('a');
  }
  expect(await cache.read('b')).toBeNull();
  expect((await cache.read('a'))?.toString()).toBe('a'.repeat(100));
  // The next start knows the same.
  const later = openImageCache(folder, rules);
  expect((await later.read('c'))?.length).toBe(100);
  now += 59_000;
  expect(await later.read('a')).toBeNull();
  later.clear();
  expect(readdirSync(folder)).toEqual([]);
});

/** A grey picture of so many points; a large one is only claimed. */
function picture(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.writeUInt8(8, 16);
  const body = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1000), 128));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, body]);
}
