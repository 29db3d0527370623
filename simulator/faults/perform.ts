import type { Context } from '../context.ts';
import { type Answer, html, redirect } from '../http/answer.ts';
import { problemAnswer, tooManyRequests, unauthorized } from '../http/problem.ts';
import { bearerOf, type Request } from '../http/request.ts';
import type { FaultSpec } from './spec.ts';

/** What reaches the caller: an answer, an answer whose connection breaks in the middle, or nothing. */
export type Delivery =
  | { kind: 'whole'; answer: Answer }
  | { kind: 'cut'; answer: Answer }
  | { kind: 'reset' }
  /** Nothing, on a connection that stays open. */
  | { kind: 'silence'; ms: number };

export async function perform(
  fault: FaultSpec | undefined,
  context: Context,
  request: Request,
  handle: () => Promise<Answer>,
): Promise<Delivery> {
  if (!fault) return whole(await handle());
  switch (fault.kind) {
    case 'slow':
      await wait(fault.ms);
      return whole(await handle());
    case 'reset-before':
      return { kind: 'reset' };
    case 'reset-after':
      await handle();
      return { kind: 'reset' };
    case 'cut-json':
      return { kind: 'cut', answer: await handle() };
    case 'bad-json': {
      const answer = await handle();
      return whole({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) });
    }
    case 'late':
      // The caller has long given up when it happens after all.
      setTimeout(() => void handle().catch(() => undefined), fault.ms);
      return { kind: 'silence', ms: fault.ms };
    case 'reset-late':
      // Taken in and lost sight of: it happens by the clock of the simulated world, whoever moves that.
      context.schedule.at(context.clock.now() + fault.ms, () => void handle().catch(() => undefined));
      return { kind: 'reset' };
    case '429':
    case 'status':
    case 'html':
    case 'redirect':
    case '401':
    case 'revoked':
      if (fault.after) await handle();
      return whole(instead(fault, context, request));
  }
}

function instead(fault: FaultSpec, context: Context, request: Request): Answer {
  switch (fault.kind) {
    case '429': {
      const { status, problem } = tooManyRequests();
      const resetAtSeconds = Math.ceil((context.clock.now() + fault.ms) / 1000);
      return problemAnswer(status, problem, {
        'x-rate-limit-limit': '1',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(resetAtSeconds),
      });
    }
    case 'html':
      return html(
        fault.status,
        '<!doctype html><title>Over capacity</title><h1>Something is technically wrong.</h1>',
      );
    case 'redirect':
      return redirect(fault.location);
    case 'revoked': {
      const grant = context.grants.findByAnyToken(bearerOf(request) ?? '');
      if (grant) context.grants.end(grant);
      return problemAnswer(401, unauthorized().problem);
    }
    case '401':
      return problemAnswer(401, unauthorized().problem);
    default:
      return problemAnswer(fault.status, {
        title: 'Service Unavailable',
        detail: 'Service Unavailable',
        type: 'about:blank',
      });
  }
}

function whole(answer: Answer): Delivery {
  return { kind: 'whole', answer };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
