import type { Context } from '../context.ts';
import type { Director } from '../customers/director.ts';
import type { Player } from '../replay/player.ts';

/** The control door also reaches those who make things happen; the API does not. */
export interface ControlContext extends Context {
  director: Director;
  player: Player | undefined;
}
