import type { AuditEntry } from '../api/audit.ts';
import type { Look } from './look.ts';
import { ops } from './ops.ts';

/** What a row says, after who and when. */
export const entryWords = ({ op, look, input }: Pick<AuditEntry, 'op' | 'look' | 'input'>): string => {
  if (look !== null) return lookWords(look);
  if (op === 'archive.export' && input !== null) return exportWords(input);
  if (op === 'audit.verify' && input !== null) return verifiedWords(input);
  return ops[op]?.[1] ?? op;
};

const lookWords = (look: Look): string => {
  if ('again' in look) return `${said[look.how]('them')} ${times(look.again)} more`;
  const count = 'ids' in look ? look.ids.length : look.count;
  return said[look.how](count === 1 ? 'a direct message' : `${count} direct messages`);
};

const said: Record<Look['how'], (what: string) => string> = {
  opened: (what) => `Opened ${what}`,
  found: (what) => `Found ${what} by a search`,
  replayed: (what) => `Replayed ${what}`,
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const exportWords = ({
  what,
  format,
  messages,
  threads,
  isMasked,
  file,
}: Record<string, unknown>): string => {
  const form = String(format).toUpperCase();
  const of = Number(threads) === 1 ? 'one thread' : `${Number(threads)} threads`;
  const masked = isMasked === true ? ', without names' : '';
  const to = file === null ? (format === 'print' ? 'Printed' : 'Exported') : `Exported as ${form}`;
  return `${to}: ${Number(messages)} messages of ${of}${whats[String(what)] ?? ''}${masked}`;
};

const whats: Record<string, string> = { search: ', by a search', customer: ', of one customer' };

const verifiedWords = ({ rows, findings }: Record<string, unknown>): string =>
  Number(findings) === 0
    ? `Had the log verified: ${Number(rows)} rows, nothing wrong`
    : `Had the log verified: ${Number(findings)} findings in ${Number(rows)} rows`;
