import { createHash, randomBytes } from 'node:crypto';
import { SCOPES } from '../oauth/scopes.ts';

/** A caller as small as possible: what the desk does, without the desk. */
export interface Client {
  userId: string;
  tokens: Tokens;
  get(path: string, query?: Record<string, string>): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body: unknown): Promise<Reply>;
  delete(path: string): Promise<Reply>;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  scope: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  body: Answer;
}

/** The shape of an answer is what the tests are about, so little is promised here. */
export interface Answer {
  data?: unknown;
  [key: string]: unknown;
}

export const REDIRECT_URI = 'http://127.0.0.1:47611/callback';
export const CLIENT_ID = 'desk-under-test';

export async function connect(
  url: string,
  handle: string,
  scopes: readonly string[] = SCOPES,
): Promise<Client> {
  const verifier = randomBytes(32).toString('base64url');
  const code = await approve(url, handle, { verifier, scopes });
  const response = await form(url, '/2/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    code,
    redirect_uri: REDIRECT_URI,
    code_verifier: verifier,
  });
  const tokens = (await response.json()) as Tokens;
  const bare = clientWith(url, tokens, '');
  if (!scopes.includes('users.read')) return bare;
  const me = await bare.get('/2/users/me');
  return clientWith(url, tokens, (me.body.data as { id: string }).id);
}

export async function approve(
  url: string,
  handle: string,
  options: { verifier: string; scopes?: readonly string[]; extra?: Record<string, string> },
): Promise<string> {
  const response = await fetch(
    authorizeUrl(url, { ...options, extra: { approve: handle, ...options.extra } }),
    {
      redirect: 'manual',
    },
  );
  const back = new URL(response.headers.get('location') ?? '');
  return back.searchParams.get('code') ?? '';
}

export function authorizeUrl(
  url: string,
  options: { verifier: string; scopes?: readonly string[]; extra?: Record<string, string> },
): URL {
  const address = new URL('/i/oauth2/authorize', url);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    scope: (options.scopes ?? SCOPES).join(' '),
    state: 'state-1',
    code_challenge: createHash('sha256').update(options.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...options.extra,
  }).toString();
  return address;
}

export function form(url: string, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(new URL(path, url), { method: 'POST', body: new URLSearchParams(fields) });
}

export function clientWith(url: string, tokens: Tokens, userId: string): Client {
  const send = async (
    method: string,
    path: string,
    query: Record<string, string>,
    body?: unknown,
  ): Promise<Reply> => {
    const address = new URL(path, url);
    address.search = new URLSearchParams(query).toString();
    const response = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${tokens.access_token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Answer,
    };
  };
  return {
    userId,
    tokens,
    get: (path, query = {}) => send('GET', path, query),
    post: (path, body) => send('POST', path, {}, body),
    put: (path, body) => send('PUT', path, {}, body),
    delete: (path) => send('DELETE', path, {}),
  };
}

/** The control door. */
export async function control<T = Record<string, unknown>>(
  url: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(new URL(`/control${path}`, url), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
