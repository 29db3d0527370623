import type { Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { identitiesOf } from '../identities.ts';
import { cancelItem } from '../outbox/take-back.ts';
import { forget, nameOfPerson } from './forgotten.ts';
import { obstaclesTo } from './obstacles.ts';
import { startAnew } from './person.ts';
import { putErasure, type Person } from './rows.ts';

/**
 * From here on nothing of this person is taken in that is older than now, whoever writes anew is somebody new, and parts of
 * what there is go one after the other. It can't be taken back, so a handle is typed.
 */
export const beginErasure = (
  desk: Desk,
  { customerId, handle, withExports = true }: Parsed<'erase.begin'>,
): { id: string } => {
  assertMay(desk, 'customer.erase');
  const identities = identitiesOf(desk.db, customerId);
  const [first] = identities;
  if (!first) throw new AppError('not-found', 'Nothing of this person is on this desk any more.');
  const [obstacle] = obstaclesTo(desk.db, customerId);
  if (obstacle !== undefined) throw new AppError('not-allowed', `${obstacle} Nothing was erased.`);
  const typed = plain(handle);
  if (typed === '' || !identities.some((one) => plain(nameTyped(one)) === typed)) {
    throw new AppError('bad-input', `Type @${nameTyped(first)} to erase this person. Nothing was erased.`);
  }
  const id = newId(desk);
  const people = identities.map((one): Person => ({
    id: one.id,
    provider: one.provider,
    remoteId: one.remote_id,
    handle: one.handle,
    name: one.name,
    anew: newId(desk),
  }));
  operate(desk, { op: 'customer.erase', by: desk.me, input: { id, customerId } }, (tx, at) => {
    takeBackUnsent(tx, customerId, at);
    startAnew(tx, people, at);
    forget(
      tx,
      people.map((one) => ({ name: nameOfPerson(one.provider as 'x', one.remoteId), until: at })),
    );
    putErasure(tx, {
      ...{ id, customer_id: customerId, by_id: desk.me, asked_at: at, phase: 'threads', place: '' },
      ...{
        people: JSON.stringify(people),
        with_exports: withExports ? 1 : 0,
        threads: 0,
        messages: 0,
        elsewhere: 0,
        files: 0,
        ended_at: null,
      },
    });
    return { value: null };
  });
  return { id };
};

/** What a person is confirmed by: their handle; where the network told none, its number for them. */
export const nameTyped = ({ handle, remote_id }: { handle: string; remote_id: string }): string =>
  handle === '' ? remote_id : handle;

const plain = (typed: string): string => typed.trim().replace(/^@/u, '').toLowerCase();

/** Nothing leaves any more for somebody who is being erased. One that is taken back takes the rest of its chain along. */
const takeBackUnsent = (tx: Tx, customerId: string, at: number): void => {
  const next = (): { id: string } | undefined =>
    tx.find<{ id: string }>(
      'SELECT o.id FROM threads t JOIN outbox o ON o.thread_id = t.id ' +
        "WHERE t.customer_id = ? AND o.state IN ('queued', 'failed') ORDER BY o.queued_at, o.id LIMIT 1",
      customerId,
    );
  for (let item = next(); item; item = next()) cancelItem(tx, at, item.id);
};
