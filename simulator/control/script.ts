import { z } from 'zod';
import { bodyOf, brandOf, type ControlCall } from './control-call.ts';

const scriptChange = z.strictObject({
  rate: z.number().nonnegative().optional(),
  isPaused: z.boolean().optional(),
  /** A city whose network goes down now. */
  wave: z.string().optional(),
});

export function setScript(call: ControlCall) {
  const { director, player } = call.context;
  const body = bodyOf(call, scriptChange);
  if (body.rate !== undefined) director.setRate(body.rate);
  if (body.isPaused !== undefined) {
    director.setPaused(body.isPaused);
    if (player) player.isPaused = body.isPaused;
  }
  if (body.wave !== undefined) director.startWave(body.wave);
  return director.status();
}

const preloadBody = z.strictObject({
  count: z.number().int().min(1).max(200_000),
  directs: z.number().int().nonnegative().default(0),
  brand: z.string().optional(),
  /** The messages are spread evenly over this time, which ends now. */
  spreadMs: z.number().positive().default(3_600_000),
});

export function preload(call: ControlCall) {
  const body = bodyOf(call, preloadBody);
  return call.context.director.preload({ ...body, brand: brandOf(call, body.brand) });
}

const floodBody = z.strictObject({
  perSecond: z.number().nonnegative(),
  brand: z.string().optional(),
  seconds: z.number().positive().optional(),
});

export function flood(call: ControlCall) {
  const body = bodyOf(call, floodBody);
  call.context.director.flood(brandOf(call, body.brand), body.perSecond, body.seconds);
  return call.context.director.status();
}
