import type { Context } from '../context.ts';
import type { Answer } from '../http/answer.ts';
import {
  invalidRequest,
  missingScope,
  problemAnswer,
  readOnlyApp,
  ProblemError,
  tooManyRequests,
  unauthorized,
  unknownRoute,
  unsupportedAuthentication,
} from '../http/problem.ts';
import { bearerOf, type Request } from '../http/request.ts';
import { Router } from '../http/router.ts';
import { selectionOf } from '../wire/selection.ts';
import { answerIn, requestIn } from '../wire/vocabulary.ts';
import type { ApiRoute } from './call.ts';
import { checkQuery, postId } from './query-rules.ts';
import { API_ROUTES } from './routes.ts';

const router = new Router<ApiRoute>(API_ROUTES);

/** The order of the checks is the network's: route, token, scope, budget, parameters. */
export async function dispatchApi(context: Context, request: Request): Promise<Answer> {
  let headers: Record<string, string> = {};
  try {
    const match = router.find(request.method, request.path);
    if (!match) throw unknownRoute(`${request.method} ${request.path}`);
    const { route, params } = match;
    if (!request.headers.authorization) throw unsupportedAuthentication();
    const grant = context.grants.findByAccessToken(bearerOf(request) ?? '', context.clock.now());
    const user = grant && context.world.users.get(grant.userId);
    if (!grant || !user || user.state === 'suspended') throw unauthorized();
    if (route.method !== 'GET' && context.settings.appAccess === 'read') throw readOnlyApp();
    for (const scope of route.scopes) if (!grant.scopes.includes(scope)) throw missingScope(scope);

    const budget = route.budget ?? `${route.method} ${route.path}`;
    const verdict = context.limits.take(user.id, grant.clientId, budget, route.limit, route.limit24h);
    headers = verdict.headers;
    if (!verdict.isAllowed) throw tooManyRequests();

    checkIds(params);
    const query = requestIn(context.settings.vocabulary, request.query);
    checkQuery(query, route.query, route.required ?? []);
    const selection = selectionOf(query);
    const answer = await route.handle({ context, request, params, query, selection, grant, user });
    return inVocabulary(context, { ...answer, headers: { ...headers, ...answer.headers } });
  } catch (error) {
    if (error instanceof ProblemError)
      return inVocabulary(context, problemAnswer(error.status, error.problem, headers));
    throw error;
  }
}

/** Whatever stands in a path here is an id. */
function checkIds(params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) {
    const message = postId(value);
    if (message)
      throw invalidRequest([
        { name, values: [value], message: `The \`${name}\` parameter value [${value}] ${message}` },
      ]);
  }
}

function inVocabulary(context: Context, answer: Answer): Answer {
  if (context.settings.vocabulary === 'tweet' || answer.body === '') return answer;
  return { ...answer, body: JSON.stringify(answerIn(context.settings.vocabulary, JSON.parse(answer.body))) };
}
