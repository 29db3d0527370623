import type { AgentId } from '../ids.ts';
import type { Ms } from './time.ts';

export const roles = ['agent', 'supervisor', 'reviewer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Away keeps what one has and gets nothing new; off duty has handed everything over. */
export const duties = ['on', 'away', 'off'] as const;
export type Duty = (typeof duties)[number];

/** What the roster says of a person; everything but duty. */
export type Person = {
  name: string;
  /** Two or three capital letters, unique in the team: the public sees two people as two. */
  initials: string;
  role: Role;
  teams: readonly string[];
  skills: readonly string[];
  /** BCP 47, as networks tell them: `en`, `pl`. */
  languages: readonly string[];
  /** Open threads at a time; null: no cap. Automatic assignment never goes over it. */
  loadCap: number | null;
};

export type Agent = Person & {
  id: AgentId;
  duty: Duty;
  dutySince: Ms;
  /** Null: on the roster. Who has left keeps their name beside what they did. */
  leftAt: Ms | null;
  revision: number;
};
