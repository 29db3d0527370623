import type { z } from 'zod';
import { checkBody } from '../api/body.ts';
import { requestError } from '../http/problem.ts';
import { jsonBody, type Request } from '../http/request.ts';
import type { Post, User } from '../world/model.ts';
import type { ControlContext } from './control-context.ts';

export interface ControlCall {
  context: ControlContext;
  request: Request;
  params: Record<string, string>;
}

export function bodyOf<T>(call: ControlCall, schema: z.ZodType<T>): T {
  return checkBody(schema, jsonBody(call.request));
}

export function brandOf(call: ControlCall, handle: string | undefined): User {
  const { world } = call.context;
  const brand = handle === undefined ? world.brands()[0] : world.findByHandle(handle);
  if (!brand?.isBrand) throw requestError(`no brand @${handle ?? ''}`);
  return brand;
}

export function postOf(call: ControlCall, postId: string): Post {
  const post = call.context.world.posts.get(postId);
  if (!post) throw requestError(`no post ${postId}`);
  return post;
}
