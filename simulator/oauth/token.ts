import type { Context } from '../context.ts';
import { type Answer, json } from '../http/answer.ts';
import { formBody, type Request } from '../http/request.ts';
import type { Grant } from './grants.ts';

/** POST /2/oauth2/token. Public client: the client id stands in the form, there is no secret. */
export function token(context: Context, request: Request): Answer {
  if (!isForm(request))
    return oauthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  const form = formBody(request);
  const clientId = form.get('client_id');
  if (!clientId) return oauthError('invalid_request', 'Missing required parameter [client_id].');
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchange(context, form, clientId);
    case 'refresh_token':
      return refresh(context, form, clientId);
    default:
      return oauthError('unsupported_grant_type', 'Unsupported grant_type.');
  }
}

/** POST /2/oauth2/revoke. */
export function revoke(context: Context, request: Request): Answer {
  if (!isForm(request))
    return oauthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  const form = formBody(request);
  const grant = context.grants.findByAnyToken(form.get('token') ?? '');
  if (grant && grant.clientId === form.get('client_id')) context.grants.end(grant);
  return json(200, { revoked: true });
}

function exchange(context: Context, form: URLSearchParams, clientId: string): Answer {
  const attempt = {
    clientId,
    redirectUri: form.get('redirect_uri') ?? '',
    verifier: form.get('code_verifier') ?? '',
  };
  const nowMs = context.clock.now();
  const approval = context.codes.redeem(form.get('code') ?? '', attempt, nowMs);
  if (!approval) return oauthError('invalid_request', 'Value passed for the authorization code was invalid.');
  return tokens(context, context.grants.issue(clientId, approval.userId, approval.scopes, nowMs));
}

function refresh(context: Context, form: URLSearchParams, clientId: string): Answer {
  const grant = context.grants.rotate(form.get('refresh_token') ?? '', clientId, context.clock.now());
  return grant
    ? tokens(context, grant)
    : oauthError('invalid_request', 'Value passed for the token was invalid.');
}

function tokens(context: Context, grant: Grant): Answer {
  return json(200, {
    token_type: 'bearer',
    expires_in: Math.floor(context.grants.ttlMs / 1000),
    access_token: grant.accessToken,
    scope: grant.scopes.join(' '),
    ...(grant.refreshToken && { refresh_token: grant.refreshToken }),
  });
}

function isForm(request: Request): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function oauthError(error: string, description: string): Answer {
  return json(400, { error, error_description: description });
}
