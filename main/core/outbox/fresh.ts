import type { Ms } from '../../../shared/model.ts';
import { partId } from './chain.ts';

/** An item that nothing has happened to yet. */
export const asNew = (
  at: Ms,
  text: string,
  { id, part, parts }: { id: string; part: number; parts: number },
) => ({
  id: partId(id, part),
  text,
  state: 'queued' as const,
  queued_at: at,
  state_at: at,
  attempt_at: null,
  checks: 0,
  next_check_at: null,
  code: null,
  reason: null,
  remote_id: null,
  after_id: part === 1 ? null : partId(id, part - 1),
  part,
  parts,
  schedule_id: null,
  ended_at: null,
  read_at: null,
  doubts: 0,
  since_seq: 0,
  since_cursor: null,
});
