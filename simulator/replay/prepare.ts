import type { Context } from '../context.ts';
import { hash32 } from '../random.ts';
import { planReplay } from './plan.ts';
import { Player } from './player.ts';
import { readRows } from './rows.ts';

/** Reads the file and makes its brands accounts of this world. */
export function preparePlayer(context: Context, path: string): Player {
  const { settings, world, authoring, clock } = context;
  const plan = planReplay(readRows(path), settings.brand, settings.speed, settings.maxGapMs);
  for (const handle of plan.brands) {
    if (world.findByHandle(handle)) continue;
    authoring.putUser({
      id: String(10_000_000 + (hash32(handle) % 90_000_000)),
      handle,
      name: handle.replaceAll('_', ' '),
      isBrand: true,
      createdAtMs: clock.now() - 12 * 365 * 86_400_000,
      description: 'An account of a replayed file.',
      location: '',
      followers: 100_000,
      following: 400,
      postsBefore: 250_000,
      verified: 'business',
      state: 'active',
    });
  }
  return new Player(context, plan);
}
