import { prepareElectron, type Electron } from './electron.ts';
import { prepareLinuxLibraries } from './linux-libraries.ts';
import { prepareSqlite } from './sqlite.ts';

/** Makes sure that all which `npm ci` cannot install is there; says nothing when it already is. */
export async function prepare(): Promise<Electron> {
  const electron = await prepareElectron();
  await prepareLinuxLibraries(electron.executable);
  await prepareSqlite(electron.version);
  return electron;
}
