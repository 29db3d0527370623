import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PrepareError } from './say.ts';

/** Checks a file against an npm integrity string (`sha512-<base64>`). */
export async function checkIntegrity(file: string, integrity: string): Promise<void> {
  const [algorithm = '', expected] = splitOnce(integrity, '-');
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== expected) {
    throw new PrepareError(`The download is not what was published (${algorithm} differs). Nothing was installed.`);
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
