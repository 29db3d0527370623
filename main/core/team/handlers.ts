import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { teamBoard } from './board.ts';
import { candidatesFor } from './candidates.ts';

export const teamHandlers = (desk: Desk): Pick<Handlers, 'team.board' | 'team.candidates'> => ({
  'team.board': () => teamBoard(desk),
  'team.candidates': ({ threadId }) => candidatesFor(desk, threadId),
});
