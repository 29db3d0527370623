import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AppError } from '../../shared/errors.ts';

/**
 * better-sqlite3 ships one binary for Node-API 10. Loading it on an older runtime ends the process without a word
 * (measured: Node 20, Electron 33), so we look before we load.
 */
export const assertBindingLoads = (napi = Number(process.versions.napi), isBuilt = hasOwnBuild): void => {
  if (napi >= 10 || isBuilt()) return;
  throw new AppError(
    'internal',
    `The database binding needs Node-API 10; this runtime has ${napi}. ` +
      'Run "npm start" once: it builds the variant for this runtime and puts it in place.',
  );
};

const hasOwnBuild = (): boolean => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));
  return existsSync(path.join(folder, 'build/Release/better_sqlite3.node'));
};
