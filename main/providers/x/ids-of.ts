import { isJson } from './json.ts';
import { id } from './schema.ts';

/** The ids of whatever has one, readable otherwise or not: a message put aside must not be fetched for ever. */
export const idsOf = (raw: readonly unknown[]): string[] =>
  raw.flatMap((one) => (isJson(one) ? (id.safeParse(one['id']).data ?? []) : []));
