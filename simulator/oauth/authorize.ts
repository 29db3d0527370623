import type { Context } from '../context.ts';
import { type Answer, html, redirect } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import { approvalPage, refusalPage } from './page.ts';
import { SCOPES } from './scopes.ts';

/** GET /i/oauth2/authorize: without `approve` or `deny` a page that asks; with `approve=<brand handle>` the answer a person
 * would have given by clicking. */
export function authorize(context: Context, request: Request): Answer {
  const asked = request.query;
  const redirectUri = asked.get('redirect_uri') ?? '';
  const problem = problemOf(context, asked);
  // To a wrong address nothing may be sent, not even the error.
  if (problem) return html(400, refusalPage(problem));
  const back = (answer: Record<string, string>) => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries({ state: asked.get('state') ?? '', ...answer }))
      url.searchParams.set(name, value);
    return redirect(url.href);
  };
  if (asked.has('deny')) return back({ error: 'access_denied' });
  const approve = asked.get('approve');
  if (approve === null) return html(200, approvalPage(context.world.brands(), asked));
  const brand = context.world.findByHandle(approve);
  if (!brand?.isBrand) return html(400, refusalPage(`There is no brand @${approve} here.`));
  const code = context.codes.issue({
    clientId: asked.get('client_id') ?? '',
    userId: brand.id,
    redirectUri,
    scopes: (asked.get('scope') ?? '').split(' '),
    challenge: asked.get('code_challenge') ?? '',
    expiresAtMs: context.clock.now() + context.settings.codeTtlMs,
  });
  return back({ code });
}

function problemOf(context: Context, asked: URLSearchParams): string | undefined {
  const redirectUri = asked.get('redirect_uri') ?? '';
  const known = context.settings.redirectUris;
  if (known.length > 0 ? !known.includes(redirectUri) : !isLoopback(redirectUri)) {
    return 'The redirect address is not one that the app has registered.';
  }
  if (!asked.get('client_id')) return 'client_id is missing.';
  if (asked.get('response_type') !== 'code') return 'response_type must be "code".';
  if (!asked.get('state')) return 'state is missing.';
  if (asked.get('code_challenge_method') !== 'S256') return 'code_challenge_method must be "S256".';
  if (!/^[\w-]{43}$/.test(asked.get('code_challenge') ?? ''))
    return 'code_challenge must be 43 base64url characters.';
  const unknown = (asked.get('scope') ?? '').split(' ').filter((scope) => !SCOPES.includes(scope));
  if (unknown.length > 0) return `Unknown scope: ${unknown.join(' ') || '(none)'}.`;
  return undefined;
}

function isLoopback(address: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(address);
}
