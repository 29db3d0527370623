import type { Random } from '../simulator/random.ts';

const texts = [
  '',
  ' ',
  '\u0000',
  "'; DROP TABLE threads; --",
  '__proto__',
  'x:account:1',
  '../../etc/passwd',
  '\uD800',
  '9'.repeat(400),
];
const keys = [
  'threadId',
  'id',
  'revision',
  'text',
  'head',
  'filter',
  'order',
  'after',
  'limit',
  'kind',
  'accountId',
  '__proto__',
  'constructor',
];

/** Anything that can be said in JSON, of a bounded depth. */
export const nonsense = (random: Random, depth = 0): unknown => {
  const choice = random.int(0, depth > 3 ? 6 : 9);
  if (choice === 0) return null;
  if (choice === 1) return random.chance(0.5);
  if (choice === 2) return random.pick([0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, Number.MIN_VALUE]);
  if (choice <= 5) return random.pick(texts);
  if (choice === 6) return random.int(-5, 5_000_000_000);
  if (choice === 7) return Array.from({ length: random.int(0, 8) }, () => nonsense(random, depth + 1));
  return Object.fromEntries(
    Array.from({ length: random.int(0, 8) }, () => [random.pick(keys), nonsense(random, depth + 1)]),
  );
};
