import type { Erasure, eraseRequests } from '../../../shared/api/erase.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { beginErasure } from './begin.ts';
import { previewErasure } from './preview.ts';
import { getErasure, phases, type ErasureRow } from './rows.ts';

/** One line per request about erasing a person. */
export const eraseHandlers = (
  desk: Desk,
  { jobs }: Pick<Surroundings, 'jobs'>,
): Pick<Handlers, keyof typeof eraseRequests> => ({
  'erase.preview': ({ threadId }) => previewErasure(desk, threadId),
  'erase.begin': (input) => {
    const { id } = beginErasure(desk, input);
    const asked = { kind: 'erase', title: 'Erasing a person', unit: 'steps', by: desk.me } as const;
    return { id, jobId: jobs.start(asked, ({ report, signal }) => watch(desk, id, report, signal)) };
  },
  'erase.list': () => {
    assertMay(desk, 'customer.erase');
    const rows = desk.db.all<ErasureRow>(
      "SELECT * FROM retention_erasures WHERE customer_id <> '' ORDER BY asked_at DESC LIMIT 50",
    );
    return { erasures: rows.map(erasureOf) };
  },
});

const lookMs = 100;

/** The chore does the work, after a restart too; this only tells how far it is. */
const watch = async (
  desk: Desk,
  id: string,
  report: (done: number, of: number) => void,
  signal: AbortSignal,
): Promise<{ state: 'done' | 'stopped'; outcome: string }> => {
  for (;;) {
    const row = desk.db.raw.open ? getErasure(desk.db, id) : undefined;
    if (row?.phase === 'done') return { state: 'done', outcome: outcomeOf(row) };
    if (!row || signal.aborted) {
      return {
        state: 'stopped',
        outcome: 'An erasure is not left half done: it goes on by itself until it is.',
      };
    }
    report(
      phases.findIndex((phase) => phase === row.phase),
      phases.length,
    );
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
};

const outcomeOf = ({ threads, messages, elsewhere, files }: ErasureRow): string => {
  const some = (count: number, one: string): string =>
    `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;
  const also = [
    elsewhere > 0 && `their handle in ${some(elsewhere, 'other text')}`,
    files > 0 && some(files, 'file'),
  ].filter(Boolean);
  return `Erased: ${[some(threads, 'thread'), some(messages, 'message'), ...also].join(', ')}. Nothing of them is in this desk’s files.`;
};

const erasureOf = (row: ErasureRow): Erasure => ({
  id: row.id,
  by: row.by_id as AgentId,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  threads: row.threads,
  messages: row.messages,
  elsewhere: row.elsewhere,
  files: row.files,
});
