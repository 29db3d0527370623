import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { present, replay } from '../../db/replay.ts';
import { auditVerify } from '../audit/verify.ts';
import type { Desk } from '../desk.ts';

/** Every file below a folder. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesBelow(file) : [file];
  });

/** Files in which a word stands, as UTF-8 or UTF-16, whatever its case. */
export const filesWith = (folder: string, word: string): string[] =>
  filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file);
    const plain = bytes.toString('latin1').toLowerCase();
    const wide = (order: 0 | 1): string =>
      [...word.toLowerCase()].map((sign) => (order === 0 ? `${sign}\0` : `\0${sign}`)).join('');
    return plain.includes(word.toLowerCase()) || plain.includes(wide(0)) || plain.includes(wide(1));
  });

/** The log tells the desk as it stands; what was taken out of it was taken out in the open. */
export const expectToldByLog = async ({ db }: Pick<Desk, 'db'>): Promise<void> => {
  const verdict = await auditVerify(
    db,
    { heads: [], fingerprint: null },
    { report: () => {}, goesOn: () => true },
  );
  expect(verdict).toMatchObject({ findings: [] });
  expect(plain(replay(db))).toEqual(plain(present(db)));
};

const plain = (state: ReturnType<typeof replay>): unknown =>
  Object.fromEntries(
    [...state].filter(([, rows]) => rows.size > 0).map(([name, rows]) => [name, Object.fromEntries(rows)]),
  );
