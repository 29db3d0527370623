import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCsv, delimiterOf, encodingOf } from './csv.ts';

const read = (text: string, cuts: readonly number[] = [], delimiter = ','): unknown[] => {
  const csv = createCsv(delimiter);
  const found: unknown[] = [];
  let from = 0;
  for (const to of [...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length]) {
    found.push(...csv.take(text.slice(from, to), false));
    from = to;
  }
  found.push(...csv.take('', true));
  return found;
};

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ';', ' ', '🧨', 'é') }),
  fc.string(),
);
const quoted = (value: string): string =>
  /[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

it('reads what was written, wherever the file is cut into pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, cuts, end) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end) + end;
        const cells = read(text, cuts).map((one) => (one as { cells: string[] }).cells);
        expect(cells).toEqual(rows);
        expect(cells).toEqual(parse(text, { relax_column_count: true, record_delimiter: [end] }));
      },
    ),
  );
});

it('tells the line on which a record begins, and goes on behind what is broken', () => {
  expect(read('a,b\n"c\nd",e\n\nf,g')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['c\nd', 'e'] },
    { line: 5, cells: ['f', 'g'] },
  ]);
  expect(read('a,b\n"never closed,c\nd,e\n')).toMatchObject([
    { line: 1 },
    { line: 2, reason: expect.stringContaining('never closed') as string },
    { line: 3, cells: ['d', 'e'] },
  ]);
});

it('sees what stands between cells, and in which alphabet', () => {
  expect(delimiterOf('a;b;"c,d,e,f"\n1,2')).toBe(';');
  expect(delimiterOf('a\tb')).toBe('\t');
  expect(encodingOf(Buffer.from('naïve'))).toBe('utf-8');
  expect(encodingOf(Buffer.from('naïve', 'latin1'))).toBe('windows-1252');
  expect(encodingOf(Buffer.from('\ufeffa', 'utf16le'))).toBe('utf-16le');
});
