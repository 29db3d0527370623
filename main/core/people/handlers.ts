import type { PeopleRequest } from '../../../shared/api/people.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { passBaton, takeBaton } from './baton.ts';
import { setDuty } from './duty.ts';
import { handOver } from './hand-over.ts';
import { introduce, removeFromRoster, saveOnRoster } from './roster.ts';
import { sheetOf } from './sheet.ts';

export const peopleHandlers = (desk: Desk): Pick<Handlers, PeopleRequest> => ({
  'agent.introduce': (input) => introduce(desk, input),
  'roster.save': (input) => saveOnRoster(desk, input),
  'roster.remove': ({ id }) => removeFromRoster(desk, id),
  'duty.set': (input) => setDuty(desk, input),
  'duty.sheet': ({ agentId }) => sheetOf(desk, agentId),
  'duty.handOver': (input) => handOver(desk, input),
  'baton.pass': (input) => passBaton(desk, input),
  'baton.take': (input) => takeBaton(desk, input),
});
