import type { Context } from '../context.ts';
import type { Answer } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import type { Grant } from '../oauth/grants.ts';
import type { Selection } from '../wire/selection.ts';
import type { User } from '../world/model.ts';
import type { QueryRules } from './query-rules.ts';

/** One authorised, counted, well-formed request. */
export interface ApiCall {
  context: Context;
  request: Request;
  params: Record<string, string>;
  query: URLSearchParams;
  selection: Selection;
  grant: Grant;
  user: User;
}

export interface ApiRoute {
  method: string;
  path: string;
  scopes: readonly string[];
  /** Calls per user in fifteen minutes. */
  limit: number;
  /** Routes that share one budget have the same name here. */
  budget?: string;
  limit24h?: number;
  query: QueryRules;
  required?: readonly string[];
  handle(call: ApiCall): Answer | Promise<Answer>;
}
