import type { ErasedThing, ErasePreview } from '../../../shared/api/erase.ts';
import type { CustomerId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Value } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { exportsHolding } from '../export/made.ts';
import { identitiesOf } from '../identities.ts';
import { holdsOnCustomer } from '../retention/hold-rows.ts';
import { holdOf } from '../retention/holds.ts';
import { getThread } from '../threads/rows.ts';
import { nameTyped } from './begin.ts';
import { filesBeside } from './files.ts';
import { obstaclesTo } from './obstacles.ts';

const ofThreads = (table: string, where = '1'): string =>
  `SELECT count(*) AS n FROM threads t CROSS JOIN ${table} x ON x.thread_id = t.id WHERE t.customer_id = ? AND ${where}`;

/** What there is of somebody, by how it is found. Only what an index leads to: what others say of them is found while erasing. */
const counted: Partial<Record<ErasedThing, string>> = {
  threads: 'SELECT count(*) AS n FROM threads WHERE customer_id = ?',
  messages: ofThreads('messages', "x.role = 'in' AND x.kind = 'post'"),
  directs: ofThreads('messages', "x.kind = 'dm'"),
  answers: ofThreads('messages', "x.role = 'out' AND x.kind = 'post'"),
  versions:
    'SELECT count(*) AS n FROM threads t CROSS JOIN messages m ON m.thread_id = t.id ' +
    'CROSS JOIN message_versions x ON x.message_id = m.id WHERE t.customer_id = ?',
  notes: 'SELECT count(*) AS n FROM notes WHERE customer_id = ?',
  numbers: 'SELECT count(*) AS n FROM phones WHERE customer_id = ? AND forgotten_at IS NULL',
  calls: 'SELECT count(*) AS n FROM escalations WHERE customer_id = ?',
  drafts: ofThreads('drafts', "x.text <> ''"),
  unsent: ofThreads('outbox', "x.state IN ('queued', 'failed')"),
  questions: ofThreads('questions'),
  attachments: ofThreads('uploads'),
  found:
    'SELECT count(*) AS n FROM threads t CROSS JOIN messages m ON m.thread_id = t.id ' +
    "JOIN search_docs x ON x.part = 'message' AND x.ref = m.seq WHERE t.customer_id = ?",
};

export const previewErasure = (desk: Desk, threadId: string): ErasePreview => {
  assertMay(desk, 'customer.erase');
  const { db } = desk;
  const customer = getThread(db, threadId).customer_id;
  const count = (sql: string, ...values: Value[]): number => db.find<{ n: number }>(sql, ...values)?.n ?? 0;
  const goes = Object.entries(counted).map(([what, sql]) => ({
    what: what as ErasedThing,
    count: count(sql, customer),
  }));
  const { copies, pictures } = filesBeside(db, desk.now());
  const span = db.find<{ first: Ms | null; last: Ms | null }>(
    'SELECT min(first_at) AS first, max(last_at) AS last FROM threads WHERE customer_id = ?',
    customer,
  );
  return {
    customerId: customer as CustomerId,
    people: identitiesOf(db, customer).map((one) => ({ handle: nameTyped(one), name: one.name })),
    goes: [
      ...goes,
      { what: 'copies' as const, count: copies },
      { what: 'pictures' as const, count: pictures },
    ].filter((one) => one.count > 0),
    firstAt: span?.first ?? null,
    lastAt: span?.last ?? null,
    obstacles: obstaclesTo(db, customer),
    holds: holdsOnCustomer(db, customer).map((row) => holdOf(db, row)),
    exports: exportsHolding(db, customer),
  };
};
