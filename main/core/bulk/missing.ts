import type { Receiver } from '../../../shared/api/bulk.ts';
import type { Reader } from '../../db/db.ts';
import type { AgentRow } from '../agents.ts';
import { allQueues } from '../queues/rows.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** Skills the threads' queues ask for and this person is not listed with. */
export const missingSkills = (
  db: Reader,
  agent: AgentRow,
  rows: readonly ThreadRow[],
): Receiver['skills'] => {
  const has = new Set(JSON.parse(agent.skills) as string[]);
  const asked = new Map(allQueues(db).map(({ id, skill }) => [id as string, skill]));
  const skills = rows.map(({ queue_id }) => (queue_id === null ? null : (asked.get(queue_id) ?? null)));
  return counted(skills.filter((skill) => skill !== null && !has.has(skill))).map(([skill, count]) => ({
    skill,
    count,
  }));
};

/** Languages customers wrote in last that this person is not listed with; nothing is known of whoever lists none. */
export const missingLanguages = (
  db: Reader,
  agent: AgentRow,
  rows: readonly ThreadRow[],
): Receiver['languages'] => {
  const speaks = JSON.parse(agent.languages) as string[];
  if (speaks.length === 0) return [];
  const written = db.all<{ lang: string | null }>(
    'SELECT m.lang FROM json_each(?) j JOIN messages m ON m.id = j.value',
    JSON.stringify(rows.map(({ last_in_id }) => last_in_id)),
  );
  const unknown = written.map(({ lang }) => lang).filter((lang) => isUnspoken(lang, speaks));
  return counted(unknown).map(([language, count]) => ({ language, count }));
};

// Networks say so where they could not tell, or where there is nothing but links.
const isUnspoken = (lang: string | null, speaks: readonly string[]): boolean =>
  lang !== null && /^[a-z]{2,3}(?:-|$)/iu.test(lang) && lang !== 'und' && !isSpoken(lang, speaks);

/** `pt-BR` is spoken by whoever speaks `pt`. */
export const isSpoken = (lang: string, speaks: readonly string[]): boolean =>
  speaks.some((one) => main(one) === main(lang));

const main = (lang: string): string => lang.toLowerCase().split('-')[0] ?? lang;

const counted = (values: readonly (string | null)[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};
