import { z } from 'zod';

/** What a column of a table may mean. The first four are needed; without an id one is made of the others. */
export const csvFields = [
  'author',
  'text',
  'time',
  'id',
  'replyTo',
  'inbound',
  'to',
  'brand',
  'kind',
  'name',
  'lang',
] as const;
export type CsvField = (typeof csvFields)[number];
export const neededFields: readonly CsvField[] = ['author', 'text', 'time'];

/** How times are written; `auto` reads all that can be read in one way only. */
export const timeForms = ['auto', 'day-first', 'month-first'] as const;
export type TimeForm = (typeof timeForms)[number];

export const csvMapping = z.object({
  /** The place of the column, from 0. */
  columns: z.partialRecord(z.enum(csvFields), z.number().int().nonnegative().max(1000)),
  timeForm: z.enum(timeForms),
  /** The zone of times that name none. */
  zone: z.string().min(1).max(80),
  /** What the file calls our account; empty: not chosen yet. */
  ours: z.string().max(200),
});
export type CsvMapping = z.infer<typeof csvMapping>;

export const importKinds = ['csv', 'earshot-archive', 'x-archive'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The reason of threads that were over before they came to this desk. */
export const importedReason = 'imported';

/** What a file calls a message or a person where that is not the network's own name for it: never asked for there. */
export const fileName = (name: string): string => `file:${name}`;
export const isOfFile = (remoteId: string): boolean => remoteId.startsWith('file:');
