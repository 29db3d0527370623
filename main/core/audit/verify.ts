import { hashBegins } from '../../../shared/audit/fingerprint.ts';
import type { Finding, Head, Verdict } from '../../../shared/audit/verdict.ts';
import { genesis, hashOf, type ChainedRow } from '../../db/changes.ts';
import type { Db } from '../../db/db.ts';
import { digestOf, redactOp, type Redaction } from '../../db/redact.ts';
import type { LongWork } from '../jobs/long.ts';

/** A byte changed in the file can make anything of a value: what should be a hash may be none. */
type Row = ChainedRow & { prev_hash: unknown; hash: unknown };

/** What the log is compared with: heads kept apart, and a fingerprint that somebody wrote down. */
export type Against = { heads: readonly Head[]; fingerprint: string | null };

/** Nobody waits for one reading longer than a moment, and the desk's own log of pages is not kept from being cut. */
const atOnce = 2_000;

/** After this operation the log goes on from where a backup ended: heads of what was set aside are not missed. */
export const restoredOp = 'desk.restore';

/** Walks the whole log, and says everything that is not as it was written. */
export const auditVerify: LongWork<Against, Verdict | null> = (db, against, { report, goesOn }) => {
  const walk = createWalk(against);
  const of = db.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;
  try {
    let after = Number.MIN_SAFE_INTEGER;
    for (let rows = read(db, after); rows.length > 0; rows = read(db, after)) {
      if (!goesOn()) return null;
      for (const row of rows) walk.row(row);
      report(Math.min(walk.at(), of), of);
      // Numbers that were changed in the file can lead back: what was read is not read for ever.
      if (walk.at() <= after) {
        walk.found({ what: 'unreadable', after: walk.at() });
        break;
      }
      after = walk.at();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    walk.found({ what: 'unreadable', after: walk.at() });
  }
  return walk.end();
};

const read = (db: Db, after: number): Row[] =>
  db.all<Row>('SELECT * FROM changes WHERE seq > ? ORDER BY seq LIMIT ?', after, atOnce);

const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(?:CORRUPT|NOTADB|IOERR|TOOBIG|NOMEM)/u.test(String(error.code));

const createWalk = ({ heads, fingerprint }: Against) => {
  const findings: Finding[] = [];
  const headsAt = new Map<number, Head[]>();
  for (const head of heads) headsAt.set(head.seq, [...(headsAt.get(head.seq) ?? []), head]);
  const sought = fingerprint === null ? null : hashBegins(fingerprint);
  /** Rows whose content does not lead to their hash, with the digest of what they hold. */
  const differing = new Map<number, string>();
  /** What was taken out in the open: the digest a row has since. */
  const announced = new Map<number, string>();
  const unlinked: number[] = [];
  const restored: { at: number }[] = [];
  /** Heads at whose place another row stands, and when that was written. */
  const strange: { head: Head; writtenAt: number }[] = [];
  let fingerprintAt: Verdict['fingerprintAt'] = null;
  let rows = 0;
  let last: { seq: number; hash: Buffer; at: number } | undefined;

  const redactedBy = (row: Row): void => {
    for (const [seq, digest] of parsed(row.input).rows) if (seq < row.seq) announced.set(seq, digest);
  };

  return {
    at: () => last?.seq ?? 0,
    found: (finding: Finding) => void findings.push(finding),
    row(row: Row): void {
      const expected = (last?.seq ?? 0) + 1;
      const isNext = row.seq === expected;
      if (row.seq > expected) findings.push({ what: 'missing', from: expected, upto: row.seq - 1 });
      if (row.seq < expected) unlinked.push(row.seq);
      const prev = asHash(row.prev_hash);
      const hash = asHash(row.hash);
      if (isNext && !prev.equals(last?.hash ?? genesis)) unlinked.push(row.seq);
      if (!hash.equals(hashOf(prev, row))) differing.set(row.seq, digestOf(row));
      else if (row.op === redactOp) redactedBy(row);
      else if (row.op === restoredOp) restored.push({ at: row.at });
      for (const head of headsAt.get(row.seq) ?? [])
        if (head.hash !== hash.toString('hex')) strange.push({ head, writtenAt: row.at });
      if (sought !== null && hash.toString('hex', 0, 10) === sought)
        fingerprintAt = { seq: row.seq, at: row.at };
      rows += 1;
      last = { seq: row.seq, hash, at: row.at };
    },
    end(): Verdict {
      const isSetAside = (head: Head): boolean => restored.some(({ at }) => head.at <= at);
      const changed = [...differing].filter(([seq, digest]) => announced.get(seq) !== digest);
      const isChanged = new Set(changed.map(([seq]) => seq));
      findings.push(...inSpans(changed.map(([seq]) => seq)));
      // The row after one whose hash was changed does not follow from it: that is the same finding.
      for (const seq of unlinked) {
        if (!isChanged.has(seq - 1) && !isChanged.has(seq)) findings.push({ what: 'unlinked', seq });
      }
      const end = last?.seq ?? 0;
      const beyond = heads.filter((head) => head.seq > end && !isSetAside(head));
      const furthest = beyond.toSorted((a, b) => b.seq - a.seq)[0];
      if (furthest) findings.push({ what: 'cut', from: end + 1, upto: furthest.seq, at: furthest.at });
      // What stands there was written after the head was kept: the log went on from a backup, or was cut.
      const [other] = strange
        .filter(({ head, writtenAt }) => writtenAt <= head.at || !isSetAside(head))
        .map(({ head }) => head)
        .toSorted((a, b) => a.seq - b.seq);
      if (other) findings.push({ what: 'rewritten', seq: other.seq, at: other.at });
      if (fingerprint !== null && fingerprintAt === null)
        findings.push({ what: 'unknown-fingerprint', fingerprint });
      return {
        rows,
        findings,
        redacted: differing.size - changed.length,
        head: last ? { seq: last.seq, hash: last.hash.toString('hex'), at: last.at } : null,
        heads: heads.length,
        since: heads.length === 0 ? null : Math.min(...heads.map(({ at }) => at)),
        fingerprintAt,
      };
    },
  };
};

/** Nothing hashes to an empty one. */
const asHash = (value: unknown): Buffer => (Buffer.isBuffer(value) ? value : Buffer.alloc(0));

const parsed = (input: string): Redaction => {
  try {
    const { rows } = JSON.parse(input) as Partial<Redaction>;
    return { rows: Array.isArray(rows) ? rows : [] };
  } catch {
    return { rows: [] };
  }
};

/** Neighbours are one finding. */
const inSpans = (seqs: readonly number[]): Finding[] => {
  const spans: { what: 'changed'; from: number; upto: number }[] = [];
  for (const seq of seqs) {
    const last = spans.at(-1);
    if (last && last.upto === seq - 1) last.upto = seq;
    else spans.push({ what: 'changed', from: seq, upto: seq });
  }
  return spans;
};
