import path from 'node:path';
import type { auditRequests, AuditFilter, AuditState } from '../../../shared/api/audit.ts';
import { hashBegins } from '../../../shared/audit/fingerprint.ts';
import type { Verdict } from '../../../shared/audit/verdict.ts';
import { AppError } from '../../../shared/errors.ts';
import type { JobId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import { may } from '../../../shared/roles.ts';
import { put } from '../../db/put.ts';
import { getAgentRow } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { takePlaces, underWay } from '../export/places.ts';
import { partOf } from '../export/sink.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import { headOf, type Heads } from './heads.ts';
import type { Looks } from './looks.ts';
import { auditPage } from './page.ts';
import { peopleOn } from './people.ts';
import { record } from './record.ts';

export type AuditWorld = { jobs: Jobs; long: LongWorks; looks: Looks; heads: Heads };
type Requests = typeof auditRequests;
type Asked<N extends keyof Requests> = Requests[N]['input']['_output'];

/** What of the log one person may see: everything, or what they did themselves. */
export const seenBy = ({ db, me }: Pick<Desk, 'db' | 'me'>, filter: AuditFilter): AuditFilter => {
  if (may(getAgentRow(db, me).role, 'audit.see')) return filter;
  if (filter.person !== undefined && filter.person !== me)
    throw new AppError('not-allowed', 'Only supervisors, reviewers and admins see what others did.');
  return { ...filter, person: me };
};

const seesAll = ({ db, me }: Pick<Desk, 'db' | 'me'>): boolean => may(getAgentRow(db, me).role, 'audit.see');

export const readAudit = (
  desk: Desk,
  { looks }: AuditWorld,
  { filter, before, limit }: Asked<'audit.page'>,
) => {
  const seen = seenBy(desk, filter);
  looks.flush();
  return auditPage(desk.db, seen, before, limit);
};

export const readPeople = (desk: Desk, { looks }: AuditWorld, { threadId }: Asked<'audit.people'>) => {
  looks.flush();
  const all = peopleOn(desk.db, threadId);
  return seesAll(desk) ? all : all.filter(({ agentId }) => agentId === desk.me);
};

export const auditState = ({ db }: Desk, { heads, looks }: AuditWorld): AuditState => {
  looks.flush();
  const stored = db.find<{ value: string }>("SELECT value FROM settings WHERE name = 'audit'")?.value;
  return {
    head: headOf(db),
    kept: heads.kept().at(-1) ?? null,
    keptIn: heads.where,
    verified: stored === undefined ? null : (JSON.parse(stored) as AuditState['verified']),
  };
};

/** Begins to walk the log; what comes of it is told by the job, kept, and left in the log itself. Throws `not-allowed`. */
export const verifyLog = (
  desk: Desk,
  { jobs, long, looks, heads }: AuditWorld,
  { fingerprint }: Asked<'audit.verify'>,
): JobId => {
  if (!seesAll(desk))
    throw new AppError('not-allowed', 'Only supervisors, reviewers and admins have the log verified.');
  const typed = fingerprint === '' ? null : fingerprint;
  if (typed !== null && hashBegins(typed) === null)
    throw new AppError(
      'bad-input',
      'A fingerprint has sixteen letters and digits, such as 7KQ4-M2XD-09TR-B5WC.',
    );
  looks.flush();
  const asked = { kind: 'verify', title: 'Verifying the log', unit: 'rows', by: desk.me } as const;
  return jobs.start(asked, async (progress) => {
    const against = { heads: heads.kept(), fingerprint: typed };
    const verdict = await long.run('auditVerify', against, progress);
    if (verdict === null || progress.signal.aborted)
      return { state: 'stopped', outcome: 'Not all of the log was read.' };
    keepVerdict(desk, verdict);
    return { state: 'done', outcome: inWords(verdict) };
  });
};

const keepVerdict = (desk: Desk, verdict: Verdict): void => {
  const { rows, findings } = verdict;
  const operation = { op: 'audit.verify', by: desk.me, input: { rows, findings: findings.length } };
  operate(desk, operation, (tx, verifiedAt) => {
    const value = JSON.stringify({ ...verdict, verifiedAt, by: desk.me });
    put(tx, 'settings', { name: 'audit', value });
    return { value: null };
  });
};

const inWords = ({ rows, findings }: Verdict): string => {
  const read = `${rows.toLocaleString('en-GB')} rows were read.`;
  if (findings.length === 0) return `${read} The log is as it was written.`;
  return `${read} ${findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong: the audit says what.`;
};

export type AuditExport = { filter: AuditFilter; format: 'csv' | 'jsonl'; zone: string };

/** Throws `not-allowed`: before anybody is asked for a place. */
export const assertMayExportAudit = (desk: Desk, { filter }: AuditExport): void => void seenBy(desk, filter);

export const exportAudit = (
  desk: Desk,
  { jobs, long, looks }: AuditWorld,
  asked: AuditExport,
  file: string,
): JobId => {
  const filter = seenBy(desk, asked.filter);
  looks.flush();
  const now: Ms = desk.now();
  const title = 'Export of the audit';
  return jobs.start({ kind: 'export', title, unit: 'rows', by: desk.me }, (progress) =>
    underWay(desk, [partOf(file)], async () => {
      const input = { ...asked, filter, part: partOf(file), me: desk.me, now };
      const rows = await long.run('auditExport', input, progress);
      if (rows === null || progress.signal.aborted)
        return { state: 'stopped', outcome: 'Stopped. Nothing was left behind.' };
      const name = path.basename(file);
      record(desk, {
        op: 'audit.export',
        by: desk.me,
        ...(filter.threadId !== undefined && { threadId: filter.threadId }),
        input: { format: asked.format, rows, file: name },
      });
      takePlaces([file]);
      return { state: 'done', outcome: `${rows.toLocaleString('en-GB')} rows, in ${name}.`, file };
    }),
  );
};
