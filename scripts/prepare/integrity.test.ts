import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkIntegrity } from './integrity.ts';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'integrity-')), 'package.tgz');
writeFileSync(file, 'what was published');
const good = `sha512-${createHash('sha512').update('what was published').digest('base64')}`;

test('what was published passes', async () => {
  await expect(checkIntegrity(file, good)).resolves.toBeUndefined();
});

test('one byte more does not', async () => {
  const altered = `${file}.altered`;
  writeFileSync(altered, 'what was published!');
  await expect(checkIntegrity(altered, good)).rejects.toThrow('not what was published');
});
