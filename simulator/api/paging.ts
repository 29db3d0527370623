import { invalidRequest } from '../http/problem.ts';
import { compareIds, snowflakeFloor } from '../world/snowflake.ts';
import type { Range } from '../world/timeline.ts';

/** A token is opaque to callers; inside it is the id below which the next page begins. */
export function tokenBelow(id: string): string {
  return `7140d${Buffer.from(`below:${id}`).toString('hex')}`;
}

export function belowToken(token: string, name: string): string {
  const id = /^below:(\d{1,19})$/.exec(Buffer.from(token.slice(5), 'hex').toString())?.[1];
  if (!token.startsWith('7140d') || !id) {
    throw invalidRequest([
      { name, values: [token], message: `The \`${name}\` query parameter value [${token}] is not valid` },
    ]);
  }
  return id;
}

export function rangeOf(query: URLSearchParams, limit: number, depth: number): Range {
  const range: Range = { limit: Number(query.get('max_results') ?? limit), depth };
  const startTime = query.get('start_time');
  const endTime = query.get('end_time');
  // start_time is inclusive and since_id is not: one below the first possible id of that millisecond.
  const startId = startTime ? (BigInt(snowflakeFloor(Date.parse(startTime))) - 1n).toString() : undefined;
  const since = largest(query.get('since_id') ?? undefined, startId);
  if (since) range.sinceId = since;
  const until = smallest(
    query.get('until_id') ?? undefined,
    endTime ? snowflakeFloor(Date.parse(endTime)) : undefined,
  );
  if (until) range.untilId = until;
  for (const name of ['pagination_token', 'next_token']) {
    const token = query.get(name);
    if (token) range.belowId = belowToken(token, name);
  }
  return range;
}

function largest(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return a ?? b;
  return compareIds(a, b) > 0 ? a : b;
}

function smallest(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return a ?? b;
  return compareIds(a, b) < 0 ? a : b;
}
