import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PrepareError } from './say.ts';

/** Checks a file against an npm integrity string (`sha512-<base64>`). */
export async function checkIntegrity(file: string, integrity: string): Promise<void> {
  const dash = integrity.indexOf('-');
  const algorithm = integrity.slice(0, dash);
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== integrity.slice(dash + 1)) {
    throw new PrepareError(
      `The download is not what was published (${algorithm} differs). Nothing was installed.`,
    );
  }
}
