import { z } from 'zod';
import { hash32 } from '../random.ts';
import type { User } from '../world/model.ts';
import type { ControlCall } from './control-call.ts';

export const userChange = z.strictObject({
  handle: z.string().regex(/^@?\w{1,15}$/),
  name: z.string().optional(),
  followers: z.number().int().nonnegative().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  verified: z.enum(['none', 'blue', 'business']).optional(),
  state: z.enum(['active', 'suspended', 'protected']).optional(),
  directs: z.enum(['open', 'closed', 'encrypted']).optional(),
});

/** Who a test says is speaking: somebody known by that handle, or somebody new. */
export function personOf(call: ControlCall, handle: string): User {
  const { world, authoring, clock } = call.context;
  const bare = handle.replace(/^@/, '');
  const known = world.findByHandle(bare);
  if (known) return known;
  const user: User = {
    id: String(1_000_000_000 + hash32(bare.toLowerCase())),
    handle: bare,
    name: bare,
    isBrand: false,
    createdAtMs: clock.now() - 4 * 365 * 86_400_000,
    description: '',
    location: '',
    followers: 120,
    following: 210,
    postsBefore: 900,
    verified: 'none',
    state: 'active',
  };
  authoring.putUser(user);
  return user;
}

export function changeUser(call: ControlCall, change: z.infer<typeof userChange>): User {
  const user = personOf(call, change.handle);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed: User = { ...user, ...given, handle: user.handle };
  call.context.authoring.putUser(changed);
  return changed;
}
