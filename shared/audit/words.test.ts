import { expect, it } from 'vitest';
import { fingerprintOf, hashBegins } from './fingerprint.ts';
import { entryWords } from './words.ts';

const plain = { look: null, input: null };

it('says what was seen, and by what', () => {
  const look = { how: 'opened' as const, from: 'a', upto: 'b', count: 3 };
  expect(entryWords({ op: 'thread.seen', look, input: null })).toBe('Opened 3 direct messages');
  const found = { how: 'found' as const, ids: ['a'] };
  expect(entryWords({ op: 'thread.seen', look: found, input: null })).toBe(
    'Found a direct message by a search',
  );
  expect(entryWords({ op: 'thread.seen', look: { how: 'opened', again: 2 }, input: null })).toBe(
    'Opened them 2 times more',
  );
});

it('says what was exported, without a name', () => {
  const input = { what: 'customer', format: 'csv', messages: 12, threads: 2, isMasked: true, file: 'a.csv' };
  expect(entryWords({ op: 'archive.export', look: null, input })).toBe(
    'Exported as CSV: 12 messages of 2 threads, of one customer, without names',
  );
  expect(
    entryWords({
      op: 'archive.export',
      look: null,
      input: { ...input, what: 'thread', threads: 1, format: 'print', isMasked: false, file: null },
    }),
  ).toBe('Printed: 12 messages of one thread');
});

it('says what an operation did; one it does not know by its name', () => {
  expect(entryWords({ op: 'thread.claim', ...plain })).toBe('Claimed');
  expect(entryWords({ op: 'some.new', ...plain })).toBe('some.new');
});

it('reads a fingerprint as people write it', () => {
  const hash = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'.repeat(2);
  const fingerprint = fingerprintOf(hash);
  expect(fingerprint).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u);
  expect(hashBegins(` ${fingerprint.toLowerCase().replaceAll('-', ' ')} `)).toBe(hash.slice(0, 20));
  expect(hashBegins(fingerprint.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(hash.slice(0, 20));
  expect(hashBegins(fingerprint.slice(1))).toBeNull();
  expect(hashBegins(`U${fingerprint.slice(1)}`)).toBeNull();
});
