import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder, publish } from './cache.ts';
import { withLock } from './lock.ts';
import { say } from './say.ts';
import { buildSqlite, headerFile } from './sqlite-build.ts';

const require = createRequire(import.meta.url);
const manifest = require.resolve('better-sqlite3/package.json');
const { version } = require(manifest) as { version: string };

/** better-sqlite3's own binary is for Node-API 10, which Electron has since this version. */
const firstWithNodeApi10 = 35;

/**
 * Puts a binary that the given Electron can load where better-sqlite3 looks first. Its own one would
 * take an older runtime down with a segmentation fault and no message.
 */
export async function prepareSqlite(electronVersion: string): Promise<void> {
  if (Number.parseInt(electronVersion, 10) >= firstWithNodeApi10) return;
  const key = `${version}-${process.platform}-${process.arch}-napi9-${hashOf(headerFile)}`;
  const release = path.join(path.dirname(manifest), 'build', 'Release');
  const marker = path.join(release, 'made-from');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === key) return;

  const cached = path.join(cacheFolder(), 'better-sqlite3', key);
  await withLock('better-sqlite3', async () => {
    if (!existsSync(cached)) {
      say(`Building better-sqlite3 ${version} for Electron ${electronVersion} (about a minute, once) …`);
      await publish(cached, (staging) => buildSqlite(path.dirname(manifest), staging));
    }
    mkdirSync(release, { recursive: true });
    const target = path.join(release, 'better_sqlite3.node');
    // A running program keeps the old file: copied beside it and renamed, never written over.
    copyFileSync(path.join(cached, 'better_sqlite3.node'), `${target}.${process.pid}`);
    renameSync(`${target}.${process.pid}`, target);
    writeFileSync(marker, key);
  });
  say('better-sqlite3 is ready for this Electron.');
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
