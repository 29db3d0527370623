import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportPreview } from '../../../../shared/api/import.ts';
import type { ImportId } from '../../../../shared/ids.ts';
import type { CsvMapping } from '../../../../shared/import/mapping.ts';
import { openReader } from '../../../db/open.ts';
import type { Desk } from '../../desk.ts';
import type { Outcome } from '../../jobs/jobs.ts';
import { longHere, type LongWorks } from '../../jobs/long.ts';
import { getImport, type ImportRow } from '../rows.ts';
import { inputOf, runImport } from '../run.ts';
import { beginImport } from '../start.ts';

export const longOf = (desk: Desk): LongWorks => longHere(() => openReader(desk.db.file));

/** Beside the desk's file, as it is written. */
export const fileBeside = (desk: Desk, name: string, content: string | Uint8Array): string => {
  const file = path.join(path.dirname(desk.db.file), name);
  writeFileSync(file, content);
  return file;
};

export const look = async (
  desk: Desk,
  file: string,
  mapping: CsvMapping | null = null,
): Promise<ImportPreview> => {
  const row = {
    id: 'look',
    path: file,
    account_id: 'x:account:1',
    mapping: mapping && JSON.stringify(mapping),
  };
  return (await longOf(desk).run('prepareImport', inputOf(desk, row, false))).preview;
};

export const importFile = async (
  desk: Desk,
  file: string,
  mapping: CsvMapping | null = null,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImportRow> => {
  const id = beginImport(desk, { path: file, accountId: 'x:account:1', mapping });
  await goOn(desk, id, signal);
  return getImport(desk.db, id);
};

export const goOn = (
  desk: Desk,
  id: ImportId,
  signal: AbortSignal = new AbortController().signal,
  size?: { perUnit: number; perSlice: number },
): Promise<Outcome> => runImport(desk, longOf(desk), id, { report: () => {}, signal }, size);

export const columns =
  'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id,brand,source';

/** As X writes times in its older words. */
export const xTime = (at: number): string => {
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
};

/** A row of such a table: a customer (`author` a number) to the brand, or the brand to a customer. */
export const rowOf = (
  id: number,
  author: string,
  at: number,
  text: string,
  { to = '', brand = 'hallammobile' }: { to?: number | ''; brand?: string } = {},
): string =>
  `${id},${author},${author === brand ? 'False' : 'True'},${xTime(at)},"${text.replaceAll('"', '""')}",,${to},${brand},test`;

export const table = (rows: readonly string[]): string => `${[columns, ...rows].join('\n')}\n`;
