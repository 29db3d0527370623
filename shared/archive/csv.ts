/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), the wide forms among it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell no spreadsheet runs: what would begin a formula has an apostrophe before it, and so has what would then look as
 * if it had got one. `unguarded` takes exactly that away again.
 */
export const guarded = (value: string): string => (formula.test(value) ? `'${value}` : value);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** One record after RFC 4180, with its end. */
export const csvLine = (values: readonly string[]): string => `${values.map(cellOf).join(',')}\r\n`;

const cellOf = (value: string): string => {
  const cell = guarded(value);
  return /[",\r\n]/u.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
};

/** Before everything else in a file, for programs that take it for another alphabet without. */
export const byteOrderMark = '\uFEFF';
