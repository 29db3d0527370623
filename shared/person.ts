import { z } from 'zod';
import { initialsPattern } from './compose.ts';
import { roles, type Person } from './model.ts';

const names = z.array(z.string().trim().min(1).max(40)).max(40);

/** What may be typed into the roster. Apart from the nouns, so that the window need not load zod for them. */
export const person = z.object({
  name: z.string().trim().min(1).max(50),
  initials: z.string().regex(initialsPattern),
  role: z.enum(roles),
  teams: names,
  skills: names,
  languages: names,
  loadCap: z.number().int().min(1).max(10_000).nullable(),
}) satisfies z.ZodType<Person>;
