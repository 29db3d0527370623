import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect, control } from './testing/client.ts';

let simulator: Simulator;
let desk: Client;

beforeEach(async () => {
  simulator = await startSimulator({ customers: false });
  desk = await connect(simulator.url, 'hallammobile');
});
afterEach(() => simulator.close());

const arm = (spec: object) =>
  control(simulator.url, '/faults', { method: 'POST', path: '/2/tweets', times: 1, ...spec });
const send = (text = 'hello') => desk.post('/2/tweets', { text });
const posted = () => simulator.world.indexes.byAuthor.get(desk.userId)?.length ?? 0;

test.for([
  ['429', { kind: '429' }, 429],
  ['a 5xx', { kind: 'status', status: 502 }, 502],
  ['a 401', { kind: '401' }, 401],
] as const)('%s is answered instead, and nothing happens', async ([, spec, status]) => {
  await arm(spec);
  expect((await send()).status).toBe(status);
  expect(posted()).toBe(0);
  expect((await send()).status).toBe(201);
});

test('a 5xx can come after the post exists', async () => {
  await arm({ kind: 'status', status: 503, after: true });
  expect((await send()).status).toBe(503);
  expect(posted()).toBe(1);
});

test.for([
  ['reset-before', 0],
  ['reset-after', 1],
  ['cut-json', 1],
] as const)('%s breaks the connection and leaves %i posts', async ([kind, count]) => {
  await arm({ kind });
  await expect(send()).rejects.toThrow();
  expect(posted()).toBe(count);
});

test('half a body, a page instead of JSON, a redirect', async () => {
  await arm({ kind: 'bad-json' });
  await expect(send('a')).rejects.toThrow(/JSON/);
  await arm({ kind: 'html', status: 200 });
  await expect(send('b')).rejects.toThrow(/not valid JSON/);
  await arm({ kind: 'redirect' });
  expect((await send('c')).status).toBe(302);
  expect(posted()).toBe(1);
});

test('slow is late but whole; late is never answered and happens all the same', async () => {
  await arm({ kind: 'slow', ms: 60 });
  const started = performance.now();
  expect((await send('a')).status).toBe(201);
  expect(performance.now() - started).toBeGreaterThan(50);

  await arm({ kind: 'late', ms: 120 });
  const gaveUp = fetch(new URL('/2/tweets', simulator.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.tokens.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'b' }),
    signal: AbortSignal.timeout(40),
  });
  await expect(gaveUp).rejects.toThrow();
  expect(posted()).toBe(1);
  await expect.poll(posted).toBe(2);
});

test('a revoked token stays revoked', async () => {
  await arm({ kind: 'revoked' });
  expect((await send()).status).toBe(401);
  expect((await send()).status).toBe(401);
});

test('faults choose by path, by brand, after some calls, and by chance', async () => {
  await arm({ kind: 'status', path: '/2/users/*/mentions', method: 'GET' });
  expect((await send('a')).status).toBe(201);
  expect((await desk.get(`/2/users/${desk.userId}/mentions`)).status).toBe(503);

  await arm({ kind: 'status', brand: 'dalescoastrail' });
  expect((await send('b')).status).toBe(201);
  await arm({ kind: 'status', skip: 1 });
  expect((await send('c')).status).toBe(201);
  expect((await send('d')).status).toBe(503);

  await fetch(new URL('/control/faults', simulator.url), { method: 'DELETE' });
  await control(simulator.url, '/faults', { kind: 'status', path: '/2/users/me', probability: 0.5 });
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async () => (await desk.get('/2/users/me')).status),
  );
  const failed = statuses.filter((status) => status === 503).length;
  expect(failed).toBeGreaterThan(8);
  expect(failed).toBeLessThan(32);
});

test('every call is counted and priced', async () => {
  await send('a');
  await send('b https://example.com');
  await desk.get('/2/users/me');
  const summary = await control<{ calls: { routes: object }; cost: { items: object; totalUsd: number } }>(
    simulator.url,
    '/summary',
  );
  expect(summary.calls.routes).toMatchObject({ 'POST /2/tweets': { count: 2, statuses: { 201: 2 } } });
  expect(summary.cost.items).toMatchObject({
    'post.create': { count: 1, usd: 0.015 },
    'post.create.url': { count: 1, usd: 0.2 },
    // Once a day, however often it is asked.
    'user.read': { count: 1, usd: 0.01 },
  });
});

test('the control door does not exist for callers with a token or from a page', async () => {
  const asApi = await fetch(new URL('/control/truth', simulator.url), {
    headers: { authorization: 'Bearer x' },
  });
  expect(asApi.status).toBe(404);
  const asPage = await fetch(new URL('/control/truth', simulator.url), {
    headers: { origin: 'https://example.com' },
  });
  expect(asPage.status).toBe(404);
  expect((await desk.get('/2/control/truth')).status).toBe(404);
});
