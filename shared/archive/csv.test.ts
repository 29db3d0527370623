import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvLine, guarded, unguarded } from './csv.ts';

it.each(['=1+1', '+44', '-1', '@maya', '\tx', '\rx', '\nx', '＝1', "'=1", "''@x"])(
  'has an apostrophe before %j',
  (value) => {
    expect(guarded(value)).toBe(`'${value}`);
    expect(unguarded(guarded(value))).toBe(value);
  },
);

it.each(['', 'no signal', "'tis", 'a=b', '#outage', '"quoted"'])('leaves %j as it is', (value) => {
  expect(guarded(value)).toBe(value);
});

it('is taken back exactly, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '@', 'a', '-', '\t', '＋') }), (value) => {
      expect(unguarded(guarded(value))).toBe(value);
    }),
  );
});

it('quotes what would end a cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', ' x'])).toBe('"a,b","say ""hi""","two\nlines"," x"\r\n');
});
