import { Agent } from 'node:https';
import { z } from 'zod';
import type { Ms } from '../../../shared/model.ts';
import { ProviderFailure, type Secrets } from '../provider.ts';
import { postForm } from './form-post.ts';
import { parseJson } from './json.ts';
import { retryAtOf } from './limits.ts';
import type { Outcome } from './outcome.ts';

export { createPkce, createState, type Pkce } from './pkce.ts';

export type OauthNet = { now: () => Ms; agent?: Agent | undefined; timeoutMs?: number | undefined };

/** What the desk asks for. `offline.access` brings the refresh token. */
export const scopes = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;

export const authorizeUrl = (ask: {
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
  state: string;
  challenge: string;
}): string => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: ask.clientId,
    redirect_uri: ask.redirectUri,
    scope: ask.scopes.join(' '),
    state: ask.state,
    code_challenge: ask.challenge,
    code_challenge_method: 'S256',
  });
  // Spaces as %20: the page has been seen to read a plus sign literally.
  return `https://x.com/i/oauth2/authorize?${query.toString().replaceAll('+', '%20')}`;
};

/** Within 30 seconds of the browser's answer. Throws ProviderFailure. */
export const exchangeCode = async (
  net: OauthNet,
  given: { clientId: string; code: string; redirectUri: string; verifier: string },
): Promise<Secrets> => {
  const form = {
    grant_type: 'authorization_code',
    client_id: given.clientId,
    code: given.code,
    redirect_uri: given.redirectUri,
    code_verifier: given.verifier,
  };
  const outcome = await post(net, '/2/oauth2/token', form);
  return secretsOf(outcome, net.now(), { clientId: given.clientId, refreshToken: null, scopes: [] });
};

/** Rotates: once this succeeds the old refresh token is dead, so the answer must be stored before it is used. */
export const refresh = async (net: OauthNet, secrets: Secrets): Promise<Secrets> => {
  if (secrets.refreshToken === null) throw signedOut('there is no way to renew it');
  const form = {
    grant_type: 'refresh_token',
    client_id: secrets.clientId,
    refresh_token: secrets.refreshToken,
  };
  return secretsOf(await post(net, '/2/oauth2/token', form), net.now(), secrets);
};

/** Signs out at X. The refresh token goes first: it is the one that lives. */
export const revoke = async (net: OauthNet, secrets: Secrets): Promise<void> => {
  for (const [hint, token] of [
    ['refresh_token', secrets.refreshToken],
    ['access_token', secrets.accessToken],
  ] as const) {
    if (token === null) continue;
    const form = { token, token_type_hint: hint, client_id: secrets.clientId };
    const outcome = await post(net, '/2/oauth2/revoke', form);
    if (outcome.at === 'broken' || outcome.status >= 300) throw failureOf(outcome, net.now());
  }
};

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().max(31_536_000).catch(7200),
  scope: z.string().optional().catch(undefined),
});

const secretsOf = (
  outcome: Outcome,
  now: Ms,
  before: Omit<Secrets, 'accessToken' | 'expiresAt'>,
): Secrets => {
  if (outcome.at === 'broken' || outcome.status !== 200) throw failureOf(outcome, now);
  const read = tokens.safeParse(parseJson(outcome.body));
  if (!read.success)
    throw new ProviderFailure('network', 'The sign-in service of X gave an answer that is none.');
  const { access_token, refresh_token, expires_in, scope } = read.data;
  return {
    clientId: before.clientId,
    accessToken: access_token,
    refreshToken: refresh_token ?? before.refreshToken,
    expiresAt: now + expires_in * 1000,
    scopes: scope === undefined ? before.scopes : scope.split(' ').filter((word) => word !== ''),
  };
};

const oauthError = z.object({ error: z.string(), error_description: z.string().optional().catch(undefined) });

const failureOf = (outcome: Outcome, now: Ms): ProviderFailure => {
  if (outcome.at === 'broken') {
    return new ProviderFailure(
      'network',
      `The sign-in service of X could not be reached: ${outcome.reason}.`,
    );
  }
  const { status, headers, body } = outcome;
  if (status === 429) {
    return new ProviderFailure('rate-limited', 'X takes no more sign-ins for now.', retryAtOf(headers, now));
  }
  // Only X's own refusal ends a sign-in: a hotel's login page or a proxy answers 4xx too.
  const refusal = oauthError.safeParse(parseJson(body));
  const isFinal =
    status >= 400 && status < 500 && refusal.success && refusal.data.error !== 'temporarily_unavailable';
  if (isFinal) return signedOut(refusal.data.error_description?.slice(0, 200) ?? refusal.data.error);
  return new ProviderFailure('network', `The sign-in service of X is in trouble (${status}).`);
};

const signedOut = (why: string): ProviderFailure =>
  new ProviderFailure('auth', `X no longer accepts the sign-in of this account (${why}). Connect it again.`);

const post = (net: OauthNet, path: string, form: Record<string, string>): Promise<Outcome> =>
  postForm({ agent: net.agent ?? direct, timeoutMs: net.timeoutMs ?? 15_000 }, path, form);

const direct = new Agent();
