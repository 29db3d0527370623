import { prepare } from './prepare.ts';
import { PrepareError } from './say.ts';

// By hand or from other scripts: `node scripts/prepare/main.ts [--print-electron]`.
try {
  const electron = await prepare();
  if (process.argv.includes('--print-electron')) console.log(electron.executable);
} catch (error) {
  if (!(error instanceof PrepareError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
