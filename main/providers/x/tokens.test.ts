import { afterEach, describe, expect, test } from 'vitest';
import { SimulatorAgent } from './simulator-agent.ts';
import { anySecrets, boxOf } from './testing/box.ts';
import { startStub, type Asked, type Stub } from './testing/stub.ts';
import { tokensOf } from './tokens.ts';

let stub: Stub;
let clock = 1_000_000;
const hour = 3_600_000;

const start = async (
  answer: (asked: Asked, n: number) => unknown = (_, n) => ({
    access_token: `access-${n + 1}`,
    refresh_token: `refresh-${n + 1}`,
    expires_in: 7200,
    scope: 'a b',
  }),
) => {
  stub = await startStub((asked, response) => {
    const said = answer(asked, stub.asked.length);
    if (typeof said === 'number') return response.writeHead(said).end() && undefined;
    return said;
  });
  return { now: () => clock, agent: new SimulatorAgent(stub.port), timeoutMs: 300 };
};
const soonOver = () => boxOf({ ...anySecrets, expiresAt: clock + 30_000 });

afterEach(() => stub.close());

describe('renewing', () => {
  test('a good token is used as it is', async () => {
    const tokens = tokensOf(boxOf({ ...anySecrets, expiresAt: clock + hour }), await start());
    expect(await tokens.current()).toBe('access-1');
    expect(stub.asked).toHaveLength(0);
  });

  test('shortly before its end, as a form, stored before it is used', async () => {
    const net = await start();
    const box = soonOver();
    const order: string[] = [];
    const write = box.write;
    box.write = async (secrets) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await write(secrets);
      order.push('stored');
    };
    order.push(await tokensOf(box, net).current());
    expect(order).toEqual(['stored', 'access-2']);
    expect(stub.asked[0]!.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(stub.asked[0]!.body))).toEqual({
      grant_type: 'refresh_token',
      client_id: 'app',
      refresh_token: 'refresh-1',
    });
    expect(box.held).toEqual({
      clientId: 'app',
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      expiresAt: clock + 7_200_000,
      scopes: ['a', 'b'],
    });
  });

  test('at once by many: once', async () => {
    const net = await start();
    const box = soonOver();
    const all = await Promise.all(
      [tokensOf(box, net), tokensOf(box, net)].flatMap((one) => [one.current(), one.another('access-1')]),
    );
    expect(new Set(all)).toEqual(new Set(['access-2']));
    expect(stub.asked).toHaveLength(1);
  });

  test('what another sign-in has stored meanwhile is taken, not rotated away', async () => {
    const net = await start();
    const box = soonOver();
    const tokens = tokensOf(box, net);
    await tokens.another('something older');
    box.held = { ...anySecrets, accessToken: 'from-elsewhere', refreshToken: 'r9', expiresAt: clock + hour };
    expect(await tokens.current()).toBe('from-elsewhere');
    expect(stub.asked).toHaveLength(0);
  });

  test('a token that was just renewed is not renewed again for a burst of 401', async () => {
    const net = await start();
    const tokens = tokensOf(soonOver(), net);
    const fresh = await tokens.current();
    expect(await tokens.another(fresh)).toBeNull();
    clock += 61_000;
    expect(await tokens.another(fresh)).toBe('access-3');
  });

  test('while the network is down, a token that is still good serves', async () => {
    const net = await start(() => 503);
    const tokens = tokensOf(soonOver(), net);
    expect(await tokens.current()).toBe('access-1');
    clock += 31_000;
    await expect(tokens.current()).rejects.toMatchObject({ kind: 'network' });
  });

  test.each([
    [{ error: 'invalid_grant' }, 'auth'],
    [{ error: 'invalid_request', error_description: 'Value passed for the token was invalid.' }, 'auth'],
    ['<h1>Log in to the hotel</h1>', 'network'],
    [{ error: 'temporarily_unavailable' }, 'network'],
  ])('refused with %j', async (body, kind) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    stub = await startStub((_, response) => response.writeHead(400).end(text) && undefined);
    const net = { now: () => clock, agent: new SimulatorAgent(stub.port), timeoutMs: 300 };
    await expect(tokensOf(boxOf({ ...anySecrets, expiresAt: clock }), net).current()).rejects.toMatchObject({
      kind,
    });
  });
});

test('rotated but not stored: not used, not lost, stored at the next try', async () => {
  const net = await start();
  const box = soonOver();
  const write = box.write;
  box.write = () => Promise.reject(new Error('disk full'));
  const tokens = tokensOf(box, net);
  clock += 60_000;
  await expect(tokens.current()).rejects.toMatchObject({
    kind: 'network',
    message: expect.stringContaining('disk full') as string,
  });
  box.write = write;
  expect(await tokens.current()).toBe('access-2');
  expect(box.held.refreshToken).toBe('refresh-2');
  expect(stub.asked).toHaveLength(1);
});

test('without a refresh token nothing can be renewed', async () => {
  const tokens = tokensOf(boxOf({ ...anySecrets, refreshToken: null, expiresAt: clock }), await start());
  expect(await tokens.current()).toBe('access-1');
  expect(await tokens.another('access-1')).toBeNull();
});
