import { statSync } from 'node:fs';
import path from 'node:path';
import type { ImportId, JobId } from '../../../shared/ids.ts';
import type { CsvMapping } from '../../../shared/import/mapping.ts';
import { assertNotErased } from '../accounts/connect.ts';
import { getAccount } from '../accounts/rows.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { oncePerDesk } from '../once.ts';
import { getImport, putImport, type ImportRow } from './rows.ts';
import { runImport, sweepImports } from './run.ts';

type Asked = { path: string; accountId: string | null; mapping: CsvMapping | null };

/** The import is on the desk before anything is read, so that a kill leaves something to go on with. */
export const beginImport = (desk: Desk, { path: file, accountId, mapping }: Asked): ImportId => {
  assertMay(desk, 'archive.import');
  if (accountId !== null) assertNotErased(getAccount(desk.db, accountId));
  const id = newId(desk) as ImportId;
  const { size } = statSync(file);
  operate(desk, { op: 'import.begin', by: desk.me, input: { importId: id, accountId } }, (tx, at) => {
    putImport(tx, {
      ...{ id, agent_id: desk.me, account_id: accountId, kind: 'csv', name: path.basename(file), path: file },
      ...{ mapping: mapping && JSON.stringify(mapping), bytes: size, hash: '', units_hash: '', position: 0 },
      ...{ state: 'running', began_at: at, ended_at: null, total: 0, added: 0, known: 0, threads: 0 },
      ...{ refused: 0, left_out: 0, reason: null, revision: 1 },
    });
    return { value: null };
  });
  return id;
};

/** Goes on, or begins, behind the work. */
export const goOn = (
  desk: Desk,
  { jobs, long }: Pick<Surroundings, 'jobs' | 'long'>,
  id: ImportId,
): JobId => {
  const row = getImport(desk.db, id);
  if (row.state !== 'running') {
    operate(desk, { op: 'import.resume', by: desk.me, input: { importId: id } }, (tx) => {
      putImport(tx, { ...row, state: 'running', ended_at: null, reason: null }, row);
      return { value: null };
    });
  }
  underWay.add(id);
  const asked = { kind: 'import', title: `Import of ${row.name}`, unit: 'messages', by: desk.me } as const;
  return jobs.start(asked, async (progress) => {
    try {
      return await runImport(desk, long, id, progress);
    } finally {
      underWay.delete(id);
    }
  });
};

const underWay = new Set<string>();

/** As it stands: one that ended where even that could not be written, on a full disk, waits for somebody to let it go on. */
export const asItStands = (row: ImportRow): ImportRow =>
  row.state === 'running' && !underWay.has(row.id) ? { ...row, state: 'stopped' } : row;

/** At a start: what ran when the program ended waits for somebody to let it go on. */
export const recoverImports = (desk: Desk): void => {
  sweepImports(desk);
  const running = desk.db.all<ImportRow>("SELECT * FROM imports WHERE state = 'running'");
  if (running.length === 0) return;
  operate(desk, { op: 'import.interrupted', by: 'desk', input: { imports: running.length } }, (tx, at) => {
    for (const row of running) putImport(tx, { ...row, state: 'stopped', ended_at: at }, row);
    return { value: null };
  });
};

export const importsRecovered = oncePerDesk(recoverImports);
