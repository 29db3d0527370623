import { requests, type RequestName } from '../../shared/api.ts';
import { AppError, failureOf, type Reply } from '../../shared/errors.ts';
import { isDamage } from '../core/backup/damage.ts';
import type { Handlers } from '../core/core.ts';
import { damageWords, diskWords, type Asked } from './disk-words.ts';
import { log } from './log.ts';

/** No request of the window needs more, beside the bytes of a file: their own schema says how many those may be. */
export const inputCap = 256 * 1024;
/** A request that takes longer than this is named in the log. */
const slowMs = 40;

/** Parses what is asked, runs it, and turns any failure into data. Never throws. */
export const answer = async (
  handlers: () => Handlers,
  isOurs: boolean,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> => {
  const startedAt = performance.now();
  try {
    if (!isOurs) throw new AppError('not-allowed', 'This request did not come from Earshot’s own window.');
    return { ok: true, value: await run(handlers(), name, input) };
  } catch (error) {
    return { ok: false, error: failureOf(told(error, name as RequestName)) };
  } finally {
    const tookMs = performance.now() - startedAt;
    if (tookMs > slowMs) log.info(`slow: ${String(name).slice(0, 60)} ${tookMs.toFixed(0)} ms`);
  }
};

const run = (handlers: Handlers, name: unknown, input: unknown): unknown => {
  if (typeof name !== 'string' || !Object.hasOwn(requests, name)) {
    throw new AppError('bad-input', 'Earshot does not know this request.');
  }
  assertSmall(input);
  const parsed = requests[name as RequestName].input.safeParse(input);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError(
      'bad-input',
      `This request makes no sense${where ? ` (${where})` : ''}. Nothing was changed.`,
    );
  }
  // The table of requests pairs each name with its handler's input; the compiler can't follow a name met at run time.
  const handler = handlers[name as RequestName] as (input: unknown) => unknown;
  return handler(parsed.data);
};

const assertSmall = (input: unknown): void => {
  if (sizeOf(input) <= inputCap) return;
  throw new AppError('bad-input', 'This is too much for one step. Nothing was changed.');
};

/** What can't be written as JSON (a cycle, a big integer) is no input of ours either. */
const sizeOf = (input: unknown): number => {
  try {
    // Written out, a film would be a list of half a billion numbers.
    return (
      JSON.stringify(input, (_, value: unknown) => (value instanceof Uint8Array ? 0 : value))?.length ?? 0
    );
  } catch {
    return Infinity;
  }
};

/** Expected failures pass; trouble with the disk is named; anything else is a bug, logged once, here. */
export const told = (error: unknown, name: Asked): unknown => {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new AppError('disk', diskWords(name, true));
  }
  if (isDamage(error)) {
    log.error(`request ${name} met damage`.slice(0, 80), error);
    return new AppError('damaged', damageWords(name));
  }
  if (code.startsWith('SQLITE_IOERR')) return new AppError('disk', diskWords(name, false));
  log.error(`request ${name} failed`.slice(0, 80), error);
  return error;
};
