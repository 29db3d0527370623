import { z } from 'zod';
import { faultSpec } from '../faults/spec.ts';
import { bodyOf, brandOf, type ControlCall } from './control-call.ts';

export function setClock(call: ControlCall) {
  const { clock, schedule } = call.context;
  const body = bodyOf(
    call,
    z.strictObject({
      advanceMs: z.number().nonnegative().optional(),
      speed: z.number().positive().optional(),
    }),
  );
  if (body.speed !== undefined) clock.setSpeed(body.speed);
  if (body.advanceMs !== undefined) clock.advance(body.advanceMs);
  schedule.runDue();
  return { nowMs: clock.now(), speed: clock.speed };
}

export function armFaults(call: ControlCall) {
  const specs = bodyOf(call, z.union([z.array(faultSpec), faultSpec.transform((spec) => [spec])]));
  return { ids: specs.map((spec) => call.context.faults.arm(spec)) };
}

export function disarmFaults(call: ControlCall) {
  const id = call.params['id'];
  call.context.faults.disarm(id === undefined ? undefined : Number(id));
  return { faults: call.context.faults.list() };
}

const limitChange = z.strictObject({
  scale: z.number().nonnegative().optional(),
  reset: z.boolean().optional(),
  exhaust: z
    .strictObject({ brand: z.string().optional(), route: z.string(), ms: z.number().positive() })
    .optional(),
});

export function setLimits(call: ControlCall) {
  const { limits } = call.context;
  const body = bodyOf(call, limitChange);
  if (body.scale !== undefined) limits.scale = body.scale;
  if (body.reset) limits.reset();
  if (body.exhaust) limits.exhaust(brandOf(call, body.exhaust.brand).id, body.exhaust.route, body.exhaust.ms);
  return { scale: limits.scale };
}

/** `revoke`: the owner withdrew the app. `expire`: only the access token is at its end. */
export function endTokens(call: ControlCall) {
  const { grants } = call.context;
  const body = bodyOf(
    call,
    z.strictObject({ brand: z.string().optional(), how: z.enum(['revoke', 'expire']).default('revoke') }),
  );
  const ended = grants.ofUser(brandOf(call, body.brand).id);
  for (const grant of ended) {
    if (body.how === 'revoke') grants.end(grant);
    else grants.expireAccess(grant);
  }
  return { ended: ended.length };
}

const settingsChange = z.strictObject({
  replyRight: z.boolean().optional(),
  followUpCounts: z.boolean().optional(),
  autoMention: z.boolean().optional(),
  duplicateScope: z.enum(['reply', 'account', 'nowhere']).optional(),
  appAccess: z.enum(['read', 'write']).optional(),
  vocabulary: z.enum(['tweet', 'post']).optional(),
  mediaProcessingMs: z.number().nonnegative().optional(),
});

export function setSettings(call: ControlCall) {
  const { settings } = call.context;
  Object.assign(settings, bodyOf(call, settingsChange));
  return settings;
}
