import type { ExportFormat } from '../../shared/archive/formats.ts';
import type { ToExport } from './open.ts';

export const formats: readonly { value: ExportFormat; label: string; hint: string }[] = [
  { value: 'pdf', label: 'PDF', hint: 'To read and to keep: names, times with their zone, what was deleted' },
  { value: 'csv', label: 'CSV', hint: 'A table for a spreadsheet: one line for each message' },
  { value: 'jsonl', label: 'JSON Lines', hint: 'Complete, for another desk: Earshot can bring it in again' },
  { value: 'print', label: 'Print', hint: 'The same pages as the PDF, on a printer of this machine' },
];

/** What it is about, as the dialog's first line says it. */
export const aboutWords = ({ scope, of }: ToExport): string => {
  switch (scope.what) {
    case 'thread':
      return `The thread with ${of}, from its first message to its last.`;
    case 'customer':
      return `Every thread of ${of}, under all their handles.`;
    case 'search':
      return `Every thread in which “${of}” finds something, whole.`;
  }
};
