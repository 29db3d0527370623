import { openReader } from '../../../db/open.ts';
import { writeExport, type ExportInput } from '../write-file.ts';

// A program of its own: what memory an export needs is told by nothing else that runs.
const [file = '', part = '', format = 'jsonl'] = process.argv.slice(2);
const input: ExportInput = {
  asked: {
    scope: { what: 'customer', customerId: 'c' as never },
    format: format as 'csv' | 'jsonl',
    ...{ zone: 'UTC', hasNotes: true, isMasked: false, hasBom: false },
  },
  ...{ me: 'ab' as never, now: 0, program: '0', salt: 's' },
};
const startedAt = performance.now();
const written = await writeExport(
  openReader(file),
  { ...input, part },
  { report: () => {}, goesOn: () => true },
);
process.stdout.write(
  JSON.stringify({
    messages: written?.messages,
    ms: Math.round(performance.now() - startedAt),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
