import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ProviderFailure } from '../provider.ts';
import { authorizeUrl, createPkce, createState, exchangeCode, refresh, revoke, scopes } from './oauth.ts';
import { startXRig, type XRig } from './testing/rig.ts';

let rig: XRig;
beforeEach(async () => {
  rig = await startXRig();
});
afterEach(() => rig.close());

const redirectUri = 'http://127.0.0.1:47611/callback';
const approve = async (challenge: string): Promise<string> => {
  const url = new URL(authorizeUrl({ clientId: 'app', redirectUri, scopes, state: 'state', challenge }));
  url.searchParams.set('approve', rig.brand.handle);
  const back = await fetch(new URL(url.pathname + url.search, rig.simulator.url), { redirect: 'manual' });
  return new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
};
const failure = async (call: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await call.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
};

test('the pair proves itself, and no two are alike', () => {
  const { verifier, challenge } = createPkce();
  expect(verifier).toMatch(/^[\w-]{43}$/);
  expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
  expect(createPkce().verifier).not.toBe(verifier);
  expect(createPkce(() => new Uint8Array(32)).verifier).toBe('A'.repeat(43));
  expect(createState()).not.toBe(createState());
});

test('the page that asks the owner', () => {
  const url = authorizeUrl({
    clientId: 'a b',
    redirectUri,
    scopes: ['x.read', 'y.write'],
    state: 's',
    challenge: 'c',
  });
  expect(url).toBe(
    'https://x.com/i/oauth2/authorize?response_type=code&client_id=a%20b&redirect_uri=http%3A%2F%2F127.0.0.1%3A47611%2Fcallback' +
      '&scope=x.read%20y.write&state=s&code_challenge=c&code_challenge_method=S256',
  );
});

describe('codes and tokens', () => {
  test('a code becomes tokens, tokens become younger ones, and the older are dead', async () => {
    const { verifier, challenge } = createPkce();
    const first = await exchangeCode(rig.net, {
      clientId: 'app',
      code: await approve(challenge),
      redirectUri,
      verifier,
    });
    expect(first).toMatchObject({ clientId: 'app', scopes: [...scopes] });
    expect(Math.abs(first.expiresAt - rig.net.now() - 7_200_000)).toBeLessThan(5000);
    const second = await refresh(rig.net, first);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await failure(refresh(rig.net, first))).toMatchObject({ kind: 'auth' });
    await revoke(rig.net, second);
    expect(await failure(refresh(rig.net, second))).toMatchObject({ kind: 'auth' });
  });

  test('a wrong proof, and a code that is too old, are refused', async () => {
    const { challenge, verifier } = createPkce();
    const code = await approve(challenge);
    const wrong = { clientId: 'app', code, redirectUri, verifier: createPkce().verifier };
    expect((await failure(exchangeCode(rig.net, wrong))).kind).toBe('auth');
    const late = await approve(challenge);
    rig.advance(31_000);
    expect((await failure(exchangeCode(rig.net, { ...wrong, code: late, verifier }))).kind).toBe('auth');
  });

  test.each([
    ['status', { status: 503 }],
    ['html', { status: 403 }],
    ['redirect', {}],
    ['reset-after', {}],
    ['cut-json', {}],
    ['bad-json', {}],
    ['late', { ms: 400 }],
  ])('trouble is never a lost sign-in: %s', async (kind, more) => {
    rig.fault({ kind, path: '/2/oauth2/*', ...more });
    const net = { ...rig.net, timeoutMs: 150 };
    expect((await failure(refresh(net, rig.box.held))).kind).toBe('network');
    // A 200 is all that signing out needs.
    if (kind !== 'bad-json') expect((await failure(revoke(net, rig.box.held))).kind).toBe('network');
  });

  test('no way to renew is said so', async () => {
    expect((await failure(refresh(rig.net, { ...rig.box.held, refreshToken: null }))).kind).toBe('auth');
  });
});
