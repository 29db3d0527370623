import type { ExportScope } from '../../../shared/api/export.ts';

/** `Earshot thread 2026-11-22 1403.csv`. Of whom it is stands inside: names of files are kept in the log, for good. */
export const suggestedName = (what: ExportScope['what'], extension: string, at: Date): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `Earshot ${what} ${day} ${two(at.getHours())}${two(at.getMinutes())}.${extension}`;
};
