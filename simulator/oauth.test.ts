import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';
import {
  approve,
  authorizeUrl,
  CLIENT_ID,
  clientWith,
  connect,
  form,
  REDIRECT_URI,
  type Tokens,
} from './testing/client.ts';

let nowMs = Date.UTC(2026, 8, 1, 9);
let simulator: Simulator;

beforeEach(async () => {
  nowMs = Date.UTC(2026, 8, 1, 9);
  simulator = await startSimulator({ customers: false, now: () => nowMs });
});
afterEach(() => simulator.close());

const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123456789';
const redeem = (code: string, more: Record<string, string> = {}) =>
  form(simulator.url, '/2/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: VERIFIER,
    ...more,
  });
const refresh = (token: string) =>
  form(simulator.url, '/2/oauth2/token', {
    grant_type: 'refresh_token',
    client_id: CLIENT_ID,
    refresh_token: token,
  });
const statusOfMe = async (tokens: Tokens) =>
  (await clientWith(simulator.url, tokens, '').get('/2/users/me')).status;

test('asks a person first, says what it is, and offers every brand', async () => {
  const page = await fetch(authorizeUrl(simulator.url, { verifier: VERIFIER }));
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain('simulator on your own machine');
  expect(text).toContain('approve=hallammobile');
  expect(text).toContain('Dales &amp; Coast Rail');
});

test('sends code and state back to exactly the registered address', async () => {
  const url = authorizeUrl(simulator.url, { verifier: VERIFIER, extra: { approve: 'hallammobile' } });
  const location = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(location.origin + location.pathname).toBe(REDIRECT_URI);
  expect(location.searchParams.get('state')).toBe('state-1');

  const denied = authorizeUrl(simulator.url, { verifier: VERIFIER, extra: { deny: '1' } });
  const back = new URL((await fetch(denied, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.searchParams.get('error')).toBe('access_denied');

  const elsewhere = authorizeUrl(simulator.url, {
    verifier: VERIFIER,
    extra: { redirect_uri: 'https://example.com/' },
  });
  expect((await fetch(elsewhere, { redirect: 'manual' })).status).toBe(400);
});

test('a code is good once, for thirty seconds, with its verifier and address', async () => {
  const code = await approve(simulator.url, 'hallammobile', { verifier: VERIFIER });
  expect((await redeem(code)).status).toBe(200);
  expect((await redeem(code)).status).toBe(400);

  const wrongVerifier = await approve(simulator.url, 'hallammobile', { verifier: VERIFIER });
  expect((await redeem(wrongVerifier, { code_verifier: `${VERIFIER}x` })).status).toBe(400);

  const wrongAddress = await approve(simulator.url, 'hallammobile', { verifier: VERIFIER });
  expect((await redeem(wrongAddress, { redirect_uri: `${REDIRECT_URI}/` })).status).toBe(400);

  const late = await approve(simulator.url, 'hallammobile', { verifier: VERIFIER });
  nowMs += 30_001;
  expect((await redeem(late)).status).toBe(400);
});

test('refuses a token request that is not a form', async () => {
  const response = await fetch(new URL('/2/oauth2/token', simulator.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'refresh_token' }),
  });
  expect(response.status).toBe(400);
});

test('a refresh rotates: the old refresh token and the old access token die', async () => {
  const { tokens } = await connect(simulator.url, 'hallammobile');
  const fresh = (await (await refresh(tokens.refresh_token)).json()) as Tokens;
  expect(fresh.refresh_token).not.toBe(tokens.refresh_token);
  expect(await statusOfMe(fresh)).toBe(200);
  expect(await statusOfMe(tokens)).toBe(401);
  expect((await refresh(tokens.refresh_token)).status).toBe(400);
});

test('an access token ends after two hours, its refresh token does not', async () => {
  const { tokens } = await connect(simulator.url, 'hallammobile');
  expect(tokens.expires_in).toBe(7200);
  nowMs += 7_200_001;
  expect(await statusOfMe(tokens)).toBe(401);
  expect((await refresh(tokens.refresh_token)).status).toBe(200);
});

test('revoke ends the grant', async () => {
  const { tokens } = await connect(simulator.url, 'hallammobile');
  await form(simulator.url, '/2/oauth2/revoke', { client_id: CLIENT_ID, token: tokens.refresh_token });
  expect(await statusOfMe(tokens)).toBe(401);
});

test('without offline.access there is nothing to refresh with', async () => {
  const { tokens } = await connect(simulator.url, 'hallammobile', ['tweet.read', 'users.read']);
  expect(tokens.refresh_token).toBeUndefined();
});

test('no token, a wrong token, a missing scope and an unknown route are told apart', async () => {
  const bare = await fetch(new URL('/2/users/me', simulator.url));
  expect(bare.status).toBe(401);
  expect(((await bare.json()) as { type: string }).type).toMatch(/unsupported-authentication$/);

  const wrong = await fetch(new URL('/2/users/me', simulator.url), {
    headers: { authorization: 'Bearer nothing' },
  });
  expect(wrong.status).toBe(401);
  expect(((await wrong.json()) as { title: string }).title).toBe('Unauthorized');

  const narrow = await connect(simulator.url, 'hallammobile', ['tweet.read', 'users.read']);
  expect((await narrow.get('/2/dm_events')).status).toBe(403);
  expect((await narrow.get('/2/nothing')).status).toBe(404);
});
