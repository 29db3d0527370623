import type { IncomingHttpHeaders } from 'node:http';
import type { Ms } from '../../../shared/model.ts';
import { ProviderFailure } from '../provider.ts';
import { isJson, parseJson, type Json } from './json.ts';
import { retryAtOf } from './limits.ts';
import type { Method, Outcome } from './outcome.ts';
import { problemOf, type Problem } from './problem.ts';
import { findRefusal } from './refusals.ts';

export type Answer = { body: Json; headers: IncomingHttpHeaders };

const minuteMs = 60_000;

/**
 * The one place where an exchange becomes an answer or a failure. The line that matters runs through POST: only a whole
 * 4xx, or a connection that never stood, means "not sent"; everything else may have happened.
 */
export const classify = (outcome: Outcome, method: Method, now: Ms): Answer => {
  if (outcome.at === 'broken') throw broken(method, outcome.isHandedOver, outcome.reason);
  const { status, headers, body } = outcome;
  const answered = (what: string): ProviderFailure => broken(method, true, what);

  if (status >= 200 && status < 300) {
    const json = parseJson(body);
    if (isAnswer(json)) return { body: json, headers };
    if (method === 'POST' && isSilent(status, headers, body)) return { body: {}, headers };
    throw answered('its answer was cut short or is not an answer of X');
  }
  if (status < 400)
    throw answered(`it answered with a redirect (${status}): something stands between this machine and X`);
  // 408: the far side lost patience, and does not say how much it had taken in.
  if (status >= 500 || status === 408) throw answered(`X is in trouble (${status})`);
  throw refused(status, headers, problemOf(body), method, now);
};

const broken = (method: Method, isHandedOver: boolean, what: string): ProviderFailure => {
  if (method === 'GET') return new ProviderFailure('network', `Nothing could be read from X: ${what}.`);
  return isHandedOver
    ? new ProviderFailure('unknown-outcome', `X may or may not have taken it: ${what}.`)
    : new ProviderFailure('network', `Not sent, X could not be reached: ${what}.`);
};

const refused = (
  status: number,
  headers: IncomingHttpHeaders,
  problem: Problem,
  method: Method,
  now: Ms,
): ProviderFailure => {
  // Paid calls used up: asking every minute would not bring them back.
  if (status === 402 || problem.type === 'usage-capped') {
    return new ProviderFailure('rate-limited', 'The calls paid for at X are used up.', now + 60 * minuteMs);
  }
  if (status === 429 || problem.codes.includes(88)) {
    return new ProviderFailure('rate-limited', 'X takes no more calls for now.', retryAtOf(headers, now));
  }
  if (problem.codes.includes(185) || /daily .*limit/i.test(problem.detail)) {
    return new ProviderFailure(
      'rate-limited',
      'The brand has reached X’s daily limit of posts.',
      now + 30 * minuteMs,
    );
  }
  if (status === 401) return new ProviderFailure('auth', 'X no longer accepts the sign-in of this account.');
  const known = findRefusal(problem);
  if (known !== undefined) return new ProviderFailure(known.kind, known.reason, null, known.about ?? null);
  if (status === 404 || status === 410) return new ProviderFailure('gone', 'X no longer shows this.');
  const said = problem.detail === '' ? `status ${status}` : problem.detail;
  if (status === 403 && method === 'GET') {
    return new ProviderFailure('auth', `X does not let this account read here: ${said}`);
  }
  return new ProviderFailure('rejected', `X refused it: ${said}`);
};

/** Whole, and with nothing to say: a part of an upload may be answered so. Who needs an id out of it asks for it. */
const isSilent = (status: number, headers: IncomingHttpHeaders, body: string): boolean =>
  body === '' && (status === 204 || headers['content-length'] === '0');

const isAnswer = (value: unknown): value is Json =>
  isJson(value) && ['data', 'errors', 'meta'].some((key) => Object.hasOwn(value, key));
