import type { Role } from './model.ts';

/** Everything that somebody might not be allowed to do. The one table of who may is below; core enforces it. */
export const rights = [
  'thread.work', // claim, answer, resolve, snooze, tag, note: one's own and nobody's
  'thread.assign', // give threads to others, or take them away
  'thread.bulk', // the same for many at once
  'schedule.write', // have a message leave later
  'schedule.approve', // let somebody else’s leave, and set how many may
  'call.work', // request, book and make calls
  'roster.manage',
  'roster.admins', // make somebody an admin, or an admin something else
  'queue.manage',
  'policy.manage', // SLA policies and calendars
  'tag.manage', // rename and remove tags; anybody may make one
  'snippet.manage',
  'team.see', // the supervisor's desk
  'review.work', // draw samples, score conversations, change the form; never one's own work
  'account.manage',
  'number.reveal', // see a customer's telephone number in full
  'archive.import', // bring past conversations in from a file
  'export.thread', // take a thread one sees out of this desk
  'export.many', // the same for all of a customer’s, or all that a search finds
  'hold.set', // keep a thread or a customer, and let go of it
  'retention.manage', // how long a brand's closed conversations are kept
  'customer.erase', // delete everything of a person
  'audit.see', // who saw and did what; everybody sees what they did themselves
] as const;
export type Right = (typeof rights)[number];

const agent: readonly Right[] = [
  'thread.work',
  'schedule.write',
  'call.work',
  'number.reveal',
  'export.thread',
];
const supervisor: readonly Right[] = [
  ...agent,
  'thread.assign',
  'thread.bulk',
  'schedule.approve',
  'queue.manage',
  'policy.manage',
  'tag.manage',
  'snippet.manage',
  'roster.manage',
  'team.see',
  'archive.import',
  'audit.see',
  'review.work',
  'hold.set',
  'export.many',
];

const table: Record<Role, ReadonlySet<Right>> = {
  agent: new Set(agent),
  supervisor: new Set(supervisor),
  // Reads everything, changes nothing.
  reviewer: new Set(['team.see', 'audit.see', 'review.work', 'export.thread', 'export.many']),
  admin: new Set(rights),
};

export const may = (role: Role, right: Right): boolean => table[role].has(right);

/** Said where an action is refused or explained: "Only supervisors and admins may …". */
export const whoMay = (right: Right): string =>
  (Object.keys(table) as Role[])
    .filter((role) => may(role, right))
    .map((role) => `${role}s`)
    .join(' and ');
