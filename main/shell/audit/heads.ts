import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { HeadPlace } from '../../core/audit/heads.ts';
import { readJson, writeJson } from '../json-file.ts';
import { hasKeyring } from '../signin/keyring.ts';

/** Sealed by the keychain where there is one: then a file with other heads in it can't be made without it either. */
const file = z.object({ sealed: z.string() }).or(z.object({ heads: z.unknown() }));
const heads = z.array(z.object({ seq: z.number(), hash: z.string(), at: z.number() }));

/**
 * Heads of a desk's log in a folder of their own, away from its data: whoever copies, replaces or edits a desk's folder does
 * not follow by that alone. By the name of the database, for two desks of one machine have heads of their own.
 */
export const headPlace = (database: string): HeadPlace => {
  const name = createHash('sha256').update(path.resolve(database)).digest('hex').slice(0, 24);
  const place = path.join(stateFolder(), 'heads', `${name}.json`);
  const isSealing = hasKeyring();
  return {
    where: isSealing ? 'keychain' : 'file',
    read() {
      const kept = file.safeParse(readJson(place)).data;
      if (!kept) return [];
      try {
        const read: unknown =
          'sealed' in kept
            ? JSON.parse(safeStorage.decryptString(Buffer.from(kept.sealed, 'base64')))
            : kept.heads;
        return heads.parse(read);
      } catch {
        return [];
      }
    },
    write(all) {
      mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
      const sealed = (): string => safeStorage.encryptString(JSON.stringify(all)).toString('base64');
      writeJson(place, isSealing ? { sealed: sealed() } : { heads: all });
    },
  };
};

/** Where the system wants what a program remembers of its runs; never where its data is. */
const stateFolder = (): string => {
  const home = os.homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Preferences', 'Earshot');
  if (process.platform === 'win32')
    return path.join(process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Earshot');
  const asked = process.env['XDG_STATE_HOME'];
  return path.join(
    asked === undefined || asked === '' ? path.join(home, '.local', 'state') : asked,
    'earshot',
  );
};
