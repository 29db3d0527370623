import type { Parsed } from '../../../shared/api.ts';
import type { QueueTest } from '../../../shared/api/queues.ts';
import { AppError } from '../../../shared/errors.ts';
import { whyFits, type Facts } from '../../../shared/fits.ts';
import type { Queue } from '../../../shared/model.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { getMessage } from '../messages.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { createRouting, factsOf } from './routing.ts';
import { allQueues } from './rows.ts';

type Asked = Pick<Queue, 'id' | 'name' | 'rules'>;

/** So many of the newest open threads are asked, so that the answer comes at once. */
const sampleSize = 300;

/** What the rules would do, with a draft in place of a queue or after the last one. Writes nothing. */
export const testRules = (desk: Desk, { draft, sample }: Parsed<'queue.test'>): QueueTest => {
  assertMay(desk, 'queue.manage');
  const queues: Asked[] = allQueues(desk.db);
  const drafted: Asked[] = !draft
    ? queues
    : queues.some(({ id }) => id === draft.id)
      ? queues.map((queue) => (queue.id === draft.id ? draft : queue))
      : [...queues, draft];
  const after = createRouting(drafted);
  const rows = desk.db.all<ThreadRow>(
    'SELECT * FROM threads WHERE is_open = 1 ORDER BY sort_at DESC, id DESC LIMIT ?',
    sampleSize,
  );
  const asked = rows.filter(({ queue_by_hand }) => queue_by_hand === 0);
  const counts = new Map<string | null, { now: number; after: number }>();
  const count = (id: string | null, when: 'now' | 'after'): void => {
    const known = counts.get(id) ?? { now: 0, after: 0 };
    counts.set(id, { ...known, [when]: known[when] + 1 });
  };
  for (const row of asked) {
    count(row.queue_id, 'now');
    count(after.find(factsOf(desk.db, row))?.queue.id ?? null, 'after');
  }
  const names = [...drafted.map(({ id, name }) => ({ id, name })), { id: null, name: null }];
  return {
    winner: winnerOf(desk, drafted, after, sample),
    spread: names.map(({ id, name }) => ({ id, name, ...(counts.get(id) ?? { now: 0, after: 0 }) })),
    asked: asked.length,
  };
};

const winnerOf = (
  desk: Desk,
  queues: readonly Asked[],
  routing: ReturnType<typeof createRouting>,
  sample: Parsed<'queue.test'>['sample'],
): QueueTest['winner'] => {
  if (sample === null) return null;
  const facts = factsOfSample(desk, sample);
  const found = routing.find(facts);
  if (!found) return null;
  const { queue, rule } = found;
  const rules = queues.find(({ id }) => id === queue.id)?.rules ?? [];
  return {
    id: queue.id,
    name: queue.name,
    rule,
    place: rules.indexOf(rule) + 1,
    why: whyFits(rule, facts),
  };
};

const factsOfSample = (desk: Desk, sample: NonNullable<Parsed<'queue.test'>['sample']>): Facts => {
  if ('threadId' in sample) return factsOf(desk.db, getThread(desk.db, sample.threadId));
  if ('messageId' in sample) {
    const { kind, text, lang, thread_id } = getMessage(desk.db, sample.messageId);
    if (thread_id === null)
      throw new AppError('not-found', 'This message is in no thread, so no queue gets it.');
    const { accountId, priority, customerTags } = factsOf(desk.db, getThread(desk.db, thread_id));
    return { accountId, priority, customerTags, kind, text, lang };
  }
  return { ...sample, customerTags: [], priority: 2 };
};
