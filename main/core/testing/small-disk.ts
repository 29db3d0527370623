import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own, so small that it can be filled. */
export type SmallDisk = {
  folder: string;
  /** Takes all the room there is but so many bytes. */
  fill(exceptBytes?: number): void;
  free(): void;
  unmount(): void;
};

export const smallDisk = (megabytes: number): SmallDisk => {
  const at = mkdtempSync(path.join(tmpdir(), 'earshot-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at]);
  const folder = path.join(at, 'desk');
  const ballast = path.join(at, 'ballast');
  mkdirSync(folder);
  return {
    folder,
    fill(exceptBytes = 0) {
      const { bavail, bsize } = statfsSync(at);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - exceptBytes)));
    },
    free: () => rmSync(ballast, { force: true }),
    unmount() {
      execFileSync('umount', ['--lazy', at]);
      rmSync(at, { recursive: true, force: true });
    },
  };
};

/** Only Linux's root may mount; elsewhere these tests are passed over, and the build server runs them. */
export const hasSmallDisks = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(path.join(tmpdir(), 'earshot-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at]);
  if (status === 0) spawnSync('umount', [at]);
  rmSync(at, { recursive: true, force: true });
  return status === 0;
})();
