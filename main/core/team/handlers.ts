import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { teamBoard } from './board.ts';
import { candidatesFor } from './candidates.ts';

export const teamHandlers = (
  desk: Desk,
  { isSitting }: Pick<Surroundings, 'isSitting'>,
): Pick<Handlers, 'team.board' | 'team.candidates'> => ({
  'team.board': () => teamBoard(desk, isSitting),
  'team.candidates': ({ threadId }) => candidatesFor(desk, threadId),
});
