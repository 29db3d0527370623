import fc from 'fast-check';
import { statuses } from '../../model.ts';
import { dayWords, plainDay, readDay } from '../day.ts';
import {
  dayNames,
  hasValues,
  isValues,
  nameFields,
  type DayField,
  type Field,
  type Query,
  type Reading,
} from '../query.ts';

/** A Thursday, 14:07 on the wall. */
export const reading: Reading = { now: Date.UTC(2026, 9, 22, 13, 7), zone: 'Europe/London' };

/** Letters of many scripts, and everything that means something to the language. */
const typed = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...'aB1é ł#@:-*"\\()“”OR/'.split(''),
      '電',
      '話',
      'ก',
      '😡',
      '\u200d',
      '\u0301',
      '\u202e',
    ),
    minLength: 1,
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    'OR',
    'AND',
    'from:',
    'from:me',
    'https://x.example',
    'x:y',
    '-a',
    '*',
    'wor*',
    ':)',
    '//',
    '\\',
  ),
);

const day: fc.Arbitrary<DayField> = fc
  .tuple(
    fc.constantFrom(...dayNames),
    fc.oneof(
      fc.constantFrom(...dayWords, 'last week', '14 march', '14.3.2026', '2h'),
      fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10)),
    ),
  )
  .map(([name, said]) => {
    const value = plainDay(said);
    const span = readDay(value, reading);
    if (!span) throw new Error(`no day: ${value}`);
    return { kind: 'field', name, value, ...span };
  });

export const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({ kind: fc.constant('field'), name: fc.constantFrom(...nameFields), value: typed }),
  fc.record({ kind: fc.constant('field'), name: fc.constant('status'), value: fc.constantFrom(...statuses) }),
  fc.record({
    kind: fc.constant('field'),
    name: fc.constant('lang'),
    value: fc.constantFrom('en', 'pl', 'und', 'pt-br'),
  }),
  fc.record({ kind: fc.constant('field'), name: fc.constant('has'), value: fc.constantFrom(...hasValues) }),
  fc.record({ kind: fc.constant('field'), name: fc.constant('is'), value: fc.constantFrom(...isValues) }),
  day,
);

/** Any query of so many parts as can be typed, in whatever shape. */
export const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query; part: Query; group: Query }>((tie) => ({
  query: fc.oneof({ maxDepth: 4 }, tie('part'), tie('group')),
  part: fc.oneof(
    fc.record({ kind: fc.constant('word'), text: typed, isPrefix: fc.boolean() }),
    fc.record({ kind: fc.constant('phrase'), text: typed }),
    field,
  ),
  group: fc.oneof(
    fc.record({ kind: fc.constantFrom('all', 'any'), of: fc.array(tie('query'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not'), of: tie('query') }),
  ),
})).query;
