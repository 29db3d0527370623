import type { Output, Parsed } from '../../../shared/api.ts';
import { may } from '../../../shared/roles.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getOnRoster, putAgent, type AgentRow } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { relieve } from './baton.ts';
import { assertEmptyHanded, goingOff } from './in-hand.ts';

/** One's own duty is one's own to say; another's needs the right to give their work to others. */
export const whose = (desk: Desk, agentId: string | undefined): AgentRow => {
  if (agentId !== undefined && agentId !== desk.me) assertMay(desk, 'thread.assign');
  return getOnRoster(desk.db, agentId ?? desk.me);
};

/** Throws `not-allowed` when going off duty would leave something behind: nobody off duty holds an open thread. */
export const setDuty = (desk: Desk, { agentId, duty }: Parsed<'duty.set'>): Output<'duty.set'> => {
  const row = whose(desk, agentId);
  if (row.duty === duty) return { seq: null, batons: 0 };
  if (duty === 'off') assertEmptyHanded(desk.db, row, goingOff);
  const { id } = row;
  const { seq, value } = operate(desk, { op: 'duty.set', by: desk.me, input: { id, duty } }, (tx, at) => {
    writeDuty(tx, row, duty, at);
    const batons = duty === 'on' && may(row.role, 'thread.work') ? relieve(tx, id) : [];
    const input = { id, was: row.duty, since: row.duty_since, now: duty, batons };
    return { value: batons.length, inverse: { op: 'duty.restore', input } };
  });
  return { seq, batons: value };
};

export const writeDuty = (tx: Tx, row: AgentRow, duty: AgentRow['duty'], since: number): void =>
  putAgent(tx, { ...row, duty, duty_since: since });
