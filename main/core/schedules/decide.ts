import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getSchedule, putSchedule, type ScheduleRow } from './rows.ts';
import { about, here } from './write.ts';

/** A second person has read it. Throws `not-allowed` for its author. */
export const approve = (desk: Desk, input: Parsed<'schedule.approve'>): Changed => {
  const row = toDecide(desk, input);
  if (row.state === 'approved') return { seq: null };
  return decide(desk, row, 'schedule.approve', {
    state: 'approved',
    reason: null,
    head_id: input.head ?? row.head_id,
    altered_seen: Math.max(input.alteredSeen, row.altered_seen),
  });
};

export const refuse = (desk: Desk, input: Parsed<'schedule.refuse'>): Changed =>
  decide(desk, toDecide(desk, input), 'schedule.refuse', { state: 'refused', reason: input.reason });

/** This machine sends it: the other one is off, or goes home. */
export const takeOver = (desk: Desk, input: Parsed<'schedule.takeOver'>): Changed => {
  assertMay(desk, 'schedule.write');
  const row = here(desk, input);
  if (row.machine === desk.machine) return { seq: null };
  return operate(desk, { ...about(desk, row, 'schedule.takeOver'), input: { id: row.id } }, (tx) => {
    putSchedule(tx, { ...row, machine: desk.machine });
    return { value: null, inverse: { op: 'schedule.giveTo', input: { id: row.id, machine: row.machine } } };
  });
};

const toDecide = (desk: Desk, input: { id: string; revision: number }): ScheduleRow => {
  assertMay(desk, 'schedule.approve');
  const row = here(desk, input);
  if (row.agent_id === desk.me) {
    throw new AppError(
      'not-allowed',
      'Somebody else has to read it: who wrote a message does not approve it.',
    );
  }
  return row;
};

type Decision = Partial<ScheduleRow> & { state: 'approved' | 'refused' };

const decide = (desk: Desk, row: ScheduleRow, op: string, decision: Decision): Changed =>
  operate(desk, { ...about(desk, row, op), input: { id: row.id } }, (tx, at) => {
    putSchedule(tx, { ...row, ...decision, decided_by: desk.me, decided_at: at });
    return { value: null, inverse: { op: 'schedule.undecide', input: { id: row.id } } };
  });

export const decideInverses: Inverses = {
  'schedule.undecide': taking(z.object({ id: z.string() }), (tx, { id }) => {
    const row = getSchedule(tx, id);
    if (row.state !== 'approved' && row.state !== 'refused') {
      throw new AppError('too-late', 'This message has left, or was taken back.');
    }
    putSchedule(tx, { ...row, state: 'waiting', decided_by: null, decided_at: null, reason: null });
  }),
  'schedule.giveTo': taking(z.object({ id: z.string(), machine: z.string() }), (tx, { id, machine }) => {
    putSchedule(tx, { ...getSchedule(tx, id), machine });
  }),
};
