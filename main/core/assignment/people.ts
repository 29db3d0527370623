import { may } from '../../../shared/roles.ts';
import type { Reader } from '../../db/db.ts';
import { allAgents } from '../agents.ts';

/** Somebody who can be given work by the desk itself: on duty, and of a role that answers customers. */
export type Candidate = {
  id: string;
  /** Open threads they have. */
  load: number;
  /** Infinity: no cap. */
  cap: number;
  /** In lower case. */
  skills: ReadonlySet<string>;
  /** Without the variety: `en`, not `en-GB`. */
  languages: ReadonlySet<string>;
};

/** In the order of their ids, so that taking turns is the same for everybody who looks. */
export const candidatesOn = (db: Reader): Candidate[] => {
  const loads = loadsOf(db);
  return allAgents(db)
    .filter(({ duty, leftAt, role }) => duty === 'on' && leftAt === null && may(role, 'thread.work'))
    .map(({ id, loadCap, skills, languages }) => ({
      id: id as string,
      load: loads.get(id) ?? 0,
      cap: loadCap ?? Infinity,
      skills: new Set(skills.map((skill) => skill.toLowerCase())),
      languages: new Set(languages.map(languageOf)),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

export const languageOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

const loadsOf = (db: Reader): Map<string, number> =>
  new Map(
    db
      .all<{ id: string; load: number }>(
        'SELECT assignee_id AS id, count(*) AS load FROM threads INDEXED BY threads_due_by_assignee ' +
          'WHERE is_open = 1 AND assignee_id IS NOT NULL GROUP BY assignee_id',
      )
      .map(({ id, load }) => [id, load]),
  );
