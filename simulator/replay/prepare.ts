import type { Context } from '../context.ts';
import type { Player } from './player.ts';

export async function preparePlayer(_context: Context): Promise<Player> {
  throw new Error('not yet');
}
