import type { Answer } from './answer.ts';

const HOST = 'https://api.twitter.com/2/problems/';

export interface Problem {
  title: string;
  detail: string;
  type: string;
  status?: number;
  [more: string]: unknown;
}

/** Thrown by a handler, turned into an answer at the door. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.detail);
    this.status = status;
    this.problem = problem;
  }
}

export function problemAnswer(
  status: number,
  problem: Problem,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ ...problem, status }),
  };
}

export interface WrongParameter {
  name: string;
  values: string[];
  message: string;
}

export function invalidRequest(wrong: WrongParameter[]): ProblemError {
  return new ProblemError(400, {
    errors: wrong.map(({ name, values, message }) => ({ parameters: { [name]: values }, message })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${HOST}invalid-request`,
  });
}

export function requestError(message: string): ProblemError {
  return new ProblemError(400, {
    errors: [{ parameters: {}, message }],
    title: 'Invalid Request',
    detail: message,
    type: `${HOST}invalid-request`,
  });
}

export function unauthorized(): ProblemError {
  return new ProblemError(401, { title: 'Unauthorized', detail: 'Unauthorized', type: 'about:blank' });
}

export function unsupportedAuthentication(): ProblemError {
  return new ProblemError(401, {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with Unknown is forbidden for this endpoint. Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].',
    type: `${HOST}unsupported-authentication`,
  });
}

/** What posting rules answer: the reply right, a duplicate, somebody else's post. */
export function forbidden(detail: string): ProblemError {
  return new ProblemError(403, { title: 'Forbidden', detail, type: 'about:blank' });
}

export function missingScope(scope: string): ProblemError {
  return new ProblemError(403, {
    title: 'Client Forbidden',
    detail: `This request needs the scope ${scope}, which this access token was not given.`,
    type: `${HOST}client-forbidden`,
    reason: 'client-not-enrolled',
  });
}

/** The app itself was set up for reading only. */
export function readOnlyApp(): ProblemError {
  return new ProblemError(403, {
    title: 'Client Forbidden',
    detail: 'Your client app is not configured with the appropriate app permissions for this endpoint.',
    type: `${HOST}client-forbidden`,
  });
}

export function unknownRoute(path: string): ProblemError {
  return new ProblemError(404, { title: 'Not Found', detail: `There is no ${path}.`, type: 'about:blank' });
}

export function tooManyRequests(): ProblemError {
  return new ProblemError(429, {
    title: 'Too Many Requests',
    detail: 'Too Many Requests',
    type: `${HOST}rate-limit-exceeded`,
  });
}

export type ResourceType = 'user' | 'tweet' | 'media';

/** The entry of a 200's `errors[]` for something that is not there (any more). */
export function notFound(type: ResourceType, parameter: string, id: string): Problem {
  return {
    value: id,
    detail: `Could not find ${type} with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: type,
    parameter,
    resource_id: id,
    type: `${HOST}resource-not-found`,
  };
}

export function suspendedUser(parameter: string, id: string): Problem {
  return {
    ...notFound('user', parameter, id),
    detail: `User has been suspended: [${id}].`,
    title: 'Forbidden',
  };
}

/** For a post whose author is suspended or protected. */
export function notAuthorized(parameter: string, id: string): Problem {
  return {
    value: id,
    detail: `Sorry, you are not authorized to see the Tweet with ${parameter}: [${id}].`,
    title: 'Authorization Error',
    section: 'data',
    resource_type: 'tweet',
    parameter,
    resource_id: id,
    type: `${HOST}not-authorized-for-resource`,
  };
}
