import type { importRequests } from '../../../shared/api/import.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import type { Handlers } from '../core.ts';
import { newId, type Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { pathOf } from './offered.ts';
import { allImports, getImport, importOf, refusalsOf } from './rows.ts';
import { inputOf } from './run.ts';
import { asItStands, beginImport, goOn } from './start.ts';

export { importsRecovered } from './start.ts';

const listed = 100;

export const importHandlers = (
  desk: Desk,
  around: Pick<Surroundings, 'jobs' | 'long'>,
): Pick<Handlers, keyof typeof importRequests> => ({
  'import.look': async ({ file, accountId, mapping }) => {
    assertMay(desk, 'archive.import');
    const row = {
      id: newId(desk),
      path: pathOf(file),
      account_id: accountId,
      mapping: mapping && JSON.stringify(mapping),
    };
    const { preview } = await around.long.run('prepareImport', inputOf(desk, row, false));
    return preview;
  },
  'import.start': ({ file, accountId, mapping }) => {
    const id = beginImport(desk, { path: pathOf(file), accountId, mapping });
    return { id, jobId: goOn(desk, around, id) };
  },
  'import.resume': ({ id }) => {
    assertMay(desk, 'archive.import');
    const { state } = asItStands(getImport(desk.db, id));
    if (state === 'running') throw new AppError('not-allowed', 'This import is running.');
    if (state === 'done') throw new AppError('not-allowed', 'This import is at its end.');
    return { id, jobId: goOn(desk, around, id) };
  },
  'import.list': () => allImports(desk.db).map((row) => importOf(asItStands(row))),
  'import.refused': ({ id }: { id: ImportId }) => ({
    items: refusalsOf(desk.db, id, listed),
    count: getImport(desk.db, id).refused,
  }),
});
