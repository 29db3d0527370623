/** What kind of act a row of the log is: what the audit is filtered by. */
export const auditKinds = {
  seen: 'Saw direct messages, numbers',
  exported: 'Exported and copied',
  answered: 'Answered',
  assigned: 'Gave, took, moved',
  worked: 'Worked on threads',
  wrote: 'Drafts and attachments',
  phoned: 'Telephone',
  team: 'People and settings',
  review: 'Quality',
  desk: 'Network and the desk itself',
} as const;
export type AuditKind = keyof typeof auditKinds;
export const auditKindNames = Object.keys(auditKinds) as [AuditKind, ...AuditKind[]];
