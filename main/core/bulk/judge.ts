import type { Action, ThreadAction } from '../../../shared/action.ts';
import type { Obstacle } from '../../../shared/api/bulk.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import { may, whoMay } from '../../../shared/roles.ts';
import type { Reader } from '../../db/db.ts';
import { getAgentRow, type AgentRow } from '../agents.ts';
import { given, givenBack } from '../assignment/give.ts';
import { moved } from '../queues/move.ts';
import type { Patch } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { getReceiver } from './receiver.ts';

/**
 * What an action would do to one thread. `columns`: set these, nothing else follows but the status; `step`: what is set
 * has to be worked out inside the transaction.
 */
export type Verdict =
  | { is: 'columns'; patch: Patch }
  | { is: 'step'; action: ThreadAction }
  | { is: 'same' }
  | { is: 'left'; why: Obstacle };
export type Judge = (row: ThreadRow) => Verdict;

/** The rule of an action, set up once for all its threads. Throws AppError when it is impossible for every one of them. */
export const judgeOf = (db: Reader, me: string, action: Action, at: Ms): Judge => {
  const agent = getAgentRow(db, me);
  if (!may(agent.role, 'thread.work')) {
    throw new AppError('not-allowed', `Only ${whoMay('thread.work')} may do this.`);
  }
  const rule = ruleOf(db, agent, action, at);
  return (row) => {
    const verdict = rule(row);
    if (verdict.is === 'same' || verdict.is === 'left') return verdict;
    if (!isWithinReach(agent, row)) return { is: 'left', why: 'not-yours' };
    if (disturbs.includes(action.do) && isLeaving(row)) return { is: 'left', why: 'sending' };
    return verdict;
  };
};

const ruleOf = (db: Reader, agent: AgentRow, action: Action, at: Ms): Judge => {
  if (action.do !== 'assign' && action.do !== 'queue') return stepRule(action);
  switch (action.do) {
    case 'assign': {
      const { to } = action;
      if (to !== null) getReceiver(db, to);
      if (to !== null && to !== agent.id && !may(agent.role, 'thread.assign')) {
        throw new AppError('not-allowed', `Only ${whoMay('thread.assign')} may give threads to others.`);
      }
      return open((row) =>
        row.assignee_id === to
          ? same
          : { is: 'columns', patch: to === null ? givenBack(db, row, at) : given(db, row, to, at) },
      );
    }
    case 'queue': {
      const { queueId } = action;
      assertQueue(db, queueId);
      return open((row) => {
        const patch = moved(db, row, queueId);
        const isThere = patch.queue_id === row.queue_id && patch.queue_by_hand === row.queue_by_hand;
        return isThere ? same : { is: 'columns', patch };
      });
    }
  }
};

const stepRule = (action: ThreadAction): Judge => {
  const step: Verdict = { is: 'step', action };
  switch (action.do) {
    case 'priority':
      return open((row) => (row.priority === action.priority ? same : step));
    case 'tag':
      return (row) => (hasTags(row, action) ? same : step);
    case 'wake':
      return open((row) => (row.status === 'snoozed' ? step : same));
    case 'unread':
      return (row) => (row.last_in_seq > row.read_seq ? same : step);
    case 'snooze':
      return open((row) => {
        if (isElsewhere(row)) return { is: 'left', why: 'elsewhere' };
        return row.status === 'snoozed' && row.snoozed_until === action.until ? same : step;
      });
    case 'resolve':
    case 'no-action':
      return open(() => step);
  }
};

const same: Verdict = { is: 'same' };

const open =
  (rule: Judge): Judge =>
  (row) =>
    row.is_open === 1 ? rule(row) : { is: 'left', why: 'closed' };

/** One's own and nobody's; everybody's for those who may assign. */
const isWithinReach = ({ id, role }: AgentRow, { assignee_id }: ThreadRow): boolean =>
  assignee_id === null || assignee_id === id || may(role, 'thread.assign');

/** A call or an expert is to end first. */
const isElsewhere = ({ status }: ThreadRow): boolean => status === 'phone' || status === 'waiting-expert';

/** An answer is on its way: whoever wrote it must be there when it fails. */
const disturbs: readonly Action['do'][] = ['assign', 'snooze', 'resolve', 'no-action'];
const isLeaving = ({ sending }: ThreadRow): boolean => sending === 'queued' || sending === 'sending';

const hasTags = ({ tags }: ThreadRow, { add, remove }: Extract<Action, { do: 'tag' }>): boolean => {
  const has = new Set(JSON.parse(tags) as string[]);
  return add.every((tag) => has.has(tag)) && !remove.some((tag) => has.has(tag));
};

const assertQueue = (db: Reader, id: string | null): void => {
  if (id === null || db.find('SELECT 1 FROM queues WHERE id = ? AND removed_at IS NULL', id)) return;
  throw new AppError('not-found', 'This queue is no longer in use.');
};
