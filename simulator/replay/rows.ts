import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { unescapeText } from '../world/text.ts';

const csvRow = z.object({
  tweet_id: z.string().min(1),
  author_id: z.string().min(1),
  inbound: z.string(),
  created_at: z.string(),
  text: z.string(),
  in_response_to_tweet_id: z.string(),
  brand: z.string(),
});

/** One tweet of the file, in our words. */
export interface Row {
  id: string;
  authorId: string;
  isInbound: boolean;
  atMs: number;
  text: string;
  replyTo: string | undefined;
  brand: string;
}

export function readRows(path: string): Row[] {
  const records: unknown[] = parse(readFileSync(path), {
    columns: true,
    skip_empty_lines: true,
    relax_quotes: true,
    bom: true,
  });
  return records.map((record, at) => {
    const row = csvRow.safeParse(record);
    const atMs = row.success ? Date.parse(row.data.created_at) : Number.NaN;
    if (!row.success || Number.isNaN(atMs))
      throw new Error(`${path}: row ${at + 2} is not a tweet of the expected form`);
    return {
      id: row.data.tweet_id,
      authorId: row.data.author_id,
      isInbound: row.data.inbound.toLowerCase() === 'true',
      atMs,
      text: unescapeText(row.data.text),
      replyTo: row.data.in_response_to_tweet_id || undefined,
      brand: row.data.brand,
    };
  });
}
