import type { ServerResponse } from 'node:http';
import { type Answer, json } from '../http/answer.ts';
import { problemAnswer, ProblemError, unknownRoute } from '../http/problem.ts';
import type { Request } from '../http/request.ts';
import { Router } from '../http/router.ts';
import type { ControlContext } from './control-context.ts';
import { CONTROL_ROUTES, type ControlRoute } from './routes.ts';
import { streamTruth } from './truth.ts';

const router = new Router<ControlRoute>(CONTROL_ROUTES);

/** For tests and practice mode. A call that carries a token or comes from a web page is not one of theirs: for it the door
 * does not exist. */
export async function dispatchControl(
  context: ControlContext,
  request: Request,
  outgoing: ServerResponse,
): Promise<void> {
  const isForeign = request.headers.authorization !== undefined || request.headers.origin !== undefined;
  if (!isForeign && request.method === 'GET' && request.path === '/control/truth') {
    await streamTruth(context, outgoing);
    return;
  }
  const answer = isForeign ? refusal(request) : answerControl(context, request);
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  outgoing.end(answer.body);
}

function answerControl(context: ControlContext, request: Request): Answer {
  const match = router.find(request.method, request.path);
  if (!match) return refusal(request);
  try {
    return json(200, match.route.handle({ context, request, params: match.params }));
  } catch (error) {
    if (error instanceof ProblemError) return problemAnswer(error.status, error.problem);
    throw error;
  }
}

function refusal(request: Request): Answer {
  return problemAnswer(404, unknownRoute(`${request.method} ${request.path}`).problem);
}
