import type { Tx } from '../../db/db.ts';
import { redact, type Redactable, type Redaction } from '../../db/redact.ts';
import { createMask } from './mask.ts';
import type { Person } from './rows.ts';

/** Rows of the log looked at in one part. */
const perPart = 200;

/**
 * The next rows of the log. It holds no words of anybody, but what people here typed into a column or a rule may name
 * somebody, and the network's number for them leads to who they are: in its place stands one that leads nowhere, the same
 * in every row, so that the log tells the desk as before. Null: all were looked at.
 */
export const logPart = (
  tx: Tx,
  people: readonly Person[],
  { after, end }: { after: number; end: number },
): { next: number; redaction: Redaction } | null => {
  const until = tx.find<{ seq: number | null }>(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM changes WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?)',
    after,
    end,
    perPart,
  )?.seq;
  if (until === null || until === undefined) return null;
  // Somebody who is known here again keeps their number: the desk's own tables name them by it.
  const gone = people.filter(({ id }) => !tx.find('SELECT 1 FROM identities WHERE id = ?', id));
  const { like, mask } = createMask(people);
  const patterns = [...like, ...gone.map(({ id }) => `%${id}%`)];
  if (patterns.length === 0) return { next: until, redaction: { rows: [] } };
  const columns = ['input', 'rows', 'inverse'];
  const rows = tx.all<{ seq: number }>(
    'SELECT seq FROM changes WHERE seq > ? AND seq <= ? AND (' +
      columns.flatMap((column) => patterns.map(() => String.raw`${column} LIKE ? ESCAPE '\'`)).join(' OR ') +
      ')',
    ...[after, until],
    ...columns.flatMap(() => patterns),
  );
  const clean = (json: string): string => gone.reduce(withoutNumber, mask(json));
  const without = (row: Redactable): Redactable => ({
    input: clean(row.input),
    rows: clean(row.rows),
    inverse: row.inverse === null ? null : clean(row.inverse),
  });
  return {
    next: until,
    redaction: redact(
      tx,
      rows.map(({ seq }) => seq),
      without,
    ),
  };
};

/** Whole ids alone: `x:user:7` is not in `x:user:77`. */
const withoutNumber = (json: string, { id, provider, anew }: Person): string =>
  json.replaceAll(
    new RegExp(`${id.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?!\\d)`, 'gu'),
    `${provider}:user:erased-${anew}`,
  );
