import { operate, type Desk } from '../../main/core/desk.ts';
import { identityIdOf } from '../../main/core/identities.ts';
import { closeThread } from '../../main/core/threads/close.ts';
import { settle } from '../../main/core/threads/settle.ts';
import type { Town } from '../town/town.ts';
import type { BenchDesk } from './desk.ts';

const perStep = 500;

/** Threads whose customers have fallen silent leave the desk, many in one transaction: this is not what is measured. */
export const resolveDone = ({ desk }: BenchDesk, town: Town, all: boolean): void => {
  const done = town.takeDone(all).flatMap(({ customers }) => customers);
  for (let at = 0; at < done.length; at += perStep) {
    const step = done.slice(at, at + perStep);
    operate(desk, { op: 'bench.resolve', by: desk.me, input: { count: step.length } }, (tx, nowMs) => {
      for (const { identity } of step) {
        const id = openThreadOf(desk, identity.remoteId);
        if (id !== undefined) closeThread(tx, id, nowMs, 'resolved', 'answered');
      }
      return { value: null };
    });
  }
};

/** A few hundred of the open threads are the agent's own. */
export const claimSome = ({ desk }: BenchDesk, count: number): void => {
  const ids = desk.db.all<{ id: string }>(
    'SELECT id FROM threads WHERE is_open = 1 ORDER BY sort_at DESC LIMIT ?',
    count * 20,
  );
  operate(desk, { op: 'bench.claim', by: desk.me, input: { count } }, (tx) => {
    for (const [at, { id }] of ids.entries()) if (at % 20 === 10) settle(tx, id, { assignee_id: desk.me });
    return { value: null };
  });
};

const openThreadOf = (desk: Desk, remoteId: string): string | undefined =>
  desk.db.find<{ id: string }>(
    'SELECT t.id FROM identities i JOIN threads t ON t.customer_id = i.customer_id AND t.is_open = 1 WHERE i.id = ?',
    identityIdOf('x', remoteId),
  )?.id;
