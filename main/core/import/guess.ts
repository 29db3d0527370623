import { guessColumns, guessTimeForm } from '../../../shared/import/guess.ts';
import type { CsvMapping } from '../../../shared/import/mapping.ts';
import { folded } from './csv-links.ts';
import { readRow } from './csv-rows.ts';
import { topOf } from './table.ts';

/** So many rows are looked at before anybody chose anything. */
const looked = 2000;

/** What a table seems to be: what its columns mean, how its times are written, and who in it is our account. */
export const guessMapping = async (
  path: string,
  handles: readonly string[],
  zone: string,
): Promise<CsvMapping> => {
  const { header, rows } = await topOf(path, looked);
  const columns = guessColumns(header, rows.slice(0, 50));
  const { time } = columns;
  const timeForm = time === undefined ? 'auto' : guessTimeForm(rows.map((row) => row[time] ?? ''));
  const mapping: CsvMapping = { columns, timeForm, zone, ours: '' };
  return { ...mapping, ours: oursAmong(rows, mapping, handles) };
};

/** One of these handles, wherever it stands; else whoever speaks for a brand most; where the table does not say who does, whoever writes most. */
const oursAmong = (rows: readonly string[][], mapping: CsvMapping, handles: readonly string[]): string => {
  const spoken = new Map<string, number>();
  const written = new Map<string, number>();
  const count = (of: Map<string, number>, name: string): void => void of.set(name, (of.get(name) ?? 0) + 1);
  const met = new Map<string, number>();
  for (const [at, cells] of rows.entries()) {
    const row = readRow(cells, at, mapping);
    if (typeof row === 'string') continue;
    const names = [row.to, row.brand].map((name) => name && folded(name));
    for (const handle of handles) {
      const wanted = folded(handle);
      const isMet =
        names.includes(wanted) || folded(row.text).includes(`@${wanted}`) || folded(row.author) === wanted;
      if (isMet) count(met, handle);
    }
    count(written, row.author);
    if (row.isIn === false) count(spoken, row.author);
  }
  const most = (of: Map<string, number>): string | undefined =>
    [...of].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const ours = most(met);
  const named = [...written.keys()].find((name) => ours !== undefined && folded(name) === folded(ours));
  return named ?? ours ?? most(spoken) ?? most(written) ?? '';
};
