import type { Db } from '../../db/db.ts';
import { allAccounts } from '../accounts/rows.ts';
import { identityIdOf } from '../identities.ts';
import { countryOf } from '../phone/country.ts';
import { readSettings } from '../settings.ts';
import { asTheyAre, masked, type People } from './mask.ts';
import type { ExportInput } from './write-file.ts';

export const peopleFor = (db: Db, { asked, salt }: Pick<ExportInput, 'asked' | 'salt'>): People => {
  if (!asked.isMasked) return asTheyAre;
  const brands = new Map(
    allAccounts(db).map((row) => [identityIdOf(row.provider, row.remote_id), row.handle] as const),
  );
  return masked(salt, brands, countryOf(readSettings(db)));
};
