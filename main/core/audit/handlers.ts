import type { auditRequests } from '../../../shared/api/audit.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { auditState, readAudit, readPeople, verifyLog, type AuditWorld } from './auditing.ts';

type Mine = Exclude<keyof typeof auditRequests, 'audit.export'>;

/** Writing a file is asked of the shell, which knows where to. */
export const auditHandlers = (desk: Desk, around: AuditWorld): Pick<Handlers, Mine> => ({
  'audit.page': (input) => readAudit(desk, around, input),
  'audit.people': (input) => readPeople(desk, around, input),
  'audit.state': () => auditState(desk, around),
  'audit.verify': (input) => ({ jobId: verifyLog(desk, around, input) }),
});
