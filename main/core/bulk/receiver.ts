import { AppError } from '../../../shared/errors.ts';
import type { Reader } from '../../db/db.ts';
import { getAgentRow, type AgentRow } from '../agents.ts';

/** Somebody who can be given threads. Throws `not-allowed`, in words, for who has left or is off duty. */
export const getReceiver = (db: Reader, id: string): AgentRow => {
  const agent = getAgentRow(db, id);
  if (canReceive(agent)) return agent;
  const why = agent.left_at === null ? 'is off duty and gets nothing new' : 'has left the team';
  throw new AppError('not-allowed', `${agent.name} ${why}. Choose somebody else.`);
};

export const canReceive = ({ duty, left_at }: AgentRow): boolean => left_at === null && duty !== 'off';
