import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages } from './apt.ts';
import { compilerPackages } from './distro.ts';
import { isOnPath } from './linux-libraries.ts';
import { findNodeHeaders } from './node-headers.ts';
import { PrepareError } from './say.ts';

export const headerFile = path.join(import.meta.dirname, 'node-api-9.h');

const require = createRequire(import.meta.url);
const modules = path.resolve(require.resolve('node-addon-api/package.json'), '../..');

/**
 * Builds better-sqlite3 from the source in `source` for Node-API 9 and leaves the binary in `target`.
 * Built in a copy: a build killed in the middle must leave nothing in node_modules, where it would be
 * loaded.
 */
export async function buildSqlite(source: string, target: string): Promise<void> {
  await prepareCompiler();
  // A path without blanks: make does not take them.
  const work = mkdtempSync(path.join(tmpdir(), 'better-sqlite3-'));
  try {
    cpSync(source, work, { recursive: true, filter: (file) => !/[\\/](prebuilds|build)$/.test(file) });
    copyFileSync(headerFile, path.join(work, 'node-api-9.h'));
    await runNodeGyp(work);
    copyFileSync(
      path.join(work, 'build', 'Release', 'better_sqlite3.node'),
      path.join(target, 'better_sqlite3.node'),
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function prepareCompiler(): Promise<void> {
  if (process.platform === 'win32') return; // node-gyp finds Visual Studio itself, or says what is missing
  const missing = compilerPackages.filter((tool) => !isOnPath(tool));
  if (missing.length > 0)
    await installPackages(`Building better-sqlite3 needs ${missing.join(', ')}.`, missing);
}

function runNodeGyp(folder: string): Promise<void> {
  const headers = findNodeHeaders();
  const args = [require.resolve('node-gyp/bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1'];
  if (headers !== undefined) args.push(`--nodedir=${headers}`);
  const include = path.join(modules, 'node-addon-api');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: {
        ...process.env,
        CXXFLAGS: `-include ${path.join(folder, 'node-api-9.h')} -I"${include}"`,
        NODE_PATH: modules, // where the build file finds node-addon-api from
        MAKEFLAGS: '-j2',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(new PrepareError(`Building better-sqlite3 failed:\n${explain(log, headers)}`));
    });
  });
}

function explain(log: string, headers: string | undefined): string {
  const lines = log.trim().split('\n');
  const errors = lines.filter((line) => /\berror\b/i.test(line));
  const end = (errors.length > 0 ? errors : lines).slice(-15).join('\n');
  if (headers !== undefined) return end;
  return `${end}\n\nNo Node headers were found beside any node on the PATH, and nodejs.org may be out of reach.\nName a Node installation that has include/node in npm_config_nodedir.`;
}
