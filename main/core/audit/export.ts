import type { AuditEntry, AuditFilter } from '../../../shared/api/audit.ts';
import { csvLine } from '../../../shared/archive/csv.ts';
import { fingerprintOf } from '../../../shared/audit/fingerprint.ts';
import { entryWords } from '../../../shared/audit/words.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { openSink } from '../export/sink.ts';
import type { LongWork } from '../jobs/long.ts';
import { headOf } from './heads.ts';
import { auditPage } from './page.ts';

export type AuditExportInput = {
  filter: AuditFilter;
  format: 'csv' | 'jsonl';
  /** In which times are told. */
  zone: string;
  part: string;
  me: string;
  now: Ms;
};

const perPage = 200;
/** Here nobody waits for a page. */
const cap = 20_000;

/** Writes what the filter holds, newest first, and the fingerprint of the log it was read from. Null: it was stopped. */
export const auditExport: LongWork<AuditExportInput, number | null> = (
  db,
  { filter, format, zone, part, me, now },
  { report, goesOn },
) => {
  const sink = openSink(part);
  try {
    const names = namesIn(db);
    const head = headOf(db);
    const fingerprint = head === null ? '' : fingerprintOf(head.hash);
    const form = format === 'csv' ? asCsv(zone) : asLines();
    sink.write(form.begin({ by: names.get(me) ?? me, at: now, fingerprint, upto: head?.seq ?? 0 }));
    let written = 0;
    let before: number | null = head === null ? 0 : head.seq + 1;
    while (before !== null) {
      if (!goesOn()) return null;
      const page: ReturnType<typeof auditPage> = auditPage(db, filter, before, perPage, cap);
      for (const entry of page.entries) sink.write(form.entry(entry, names));
      written += page.entries.length;
      report(written, null);
      before = page.next;
    }
    sink.write(form.end(written));
    sink.finish();
    return written;
  } finally {
    sink.abandon();
  }
};

type About = { by: string; at: Ms; fingerprint: string; upto: number };
type Names = ReadonlyMap<string, string>;
type Form = {
  begin(about: About): string;
  entry(entry: AuditEntry, names: Names): string;
  end(rows: number): string;
};

const heads = ['Row', 'Time', 'Who', 'What', 'Thread of', 'Thread', 'Operation', 'Taken back'];

const asCsv = (zone: string): Form => {
  const time = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  let about: About | undefined;
  return {
    begin(given) {
      about = given;
      return csvLine(heads.map((head) => (head === 'Time' ? `Time (${zone})` : head)));
    },
    entry: (entry, names) =>
      csvLine([
        String(entry.seq),
        time.format(entry.at),
        names.get(entry.by) ?? entry.by,
        entryWords(entry),
        entry.handle === null ? '' : `@${entry.handle}`,
        entry.threadId ?? '',
        entry.op,
        entry.isUndone ? 'yes' : '',
      ]),
    // Last, so that the first line names the columns of a spreadsheet.
    end: (rows) =>
      about === undefined
        ? ''
        : csvLine([
            '',
            time.format(about.at),
            about.by,
            `Exported ${rows} rows. Fingerprint of the log up to row ${about.upto}: ${about.fingerprint}`,
            ...['', '', '', ''],
          ]),
  };
};

const asLines = (): Form => ({
  begin: ({ by, at, fingerprint, upto }) =>
    line({ format: 'earshot-audit', version: 1, exportedAt: at, by, fingerprint, upto }),
  entry: (entry, names) => line({ ...entry, name: names.get(entry.by) ?? null, words: entryWords(entry) }),
  end: (rows) => line({ end: true, rows }),
});

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const namesIn = (db: Db): Names =>
  new Map(
    db.all<{ id: string; name: string }>('SELECT id, name FROM agents').map(({ id, name }) => [id, name]),
  );
