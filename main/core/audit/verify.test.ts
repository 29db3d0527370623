import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../../shared/audit/fingerprint.ts';
import type { Finding, Head, Verdict } from '../../../shared/audit/verdict.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { genesis, hashOf, type ChainedRow } from '../../db/changes.ts';
import { openReader } from '../../db/open.ts';
import { put as putRow } from '../../db/put.ts';
import { redact, redactOp } from '../../db/redact.ts';
import { operate, type Desk } from '../desk.ts';
import { saveDraft } from '../drafts.ts';
import { saveSettings } from '../settings.ts';
import { arrive, direct, makeDesk, post, type TestDesk } from '../testing/desk.ts';
import { claim, release, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { createLooks } from './looks.ts';
import { record } from './record.ts';
import { verifyFile } from './verify-file.ts';
import { auditVerify, restoredOp, type Against } from './verify.ts';

const verify = (desk: Pick<Desk, 'db'>, against: Partial<Against> = {}): Verdict => {
  const verdict = auditVerify(
    desk.db,
    { heads: [], fingerprint: null, ...against },
    { report: () => {}, goesOn: () => true },
  );
  if (verdict === null || verdict instanceof Promise) throw new Error('it was to end at once');
  return verdict;
};
const what = (verdict: Verdict): Finding['what'][] => verdict.findings.map((finding) => finding.what);
const headOf = (desk: Pick<Desk, 'db'>): Head => {
  const row = desk.db.find<{ seq: number; hash: Buffer; at: number }>(
    'SELECT seq, hash, at FROM changes ORDER BY seq DESC LIMIT 1',
  );
  if (!row) throw new Error('no log');
  return { seq: row.seq, hash: row.hash.toString('hex'), at: row.at };
};

const acts = [
  'arrive',
  'direct',
  'claim',
  'release',
  'resolve',
  'draft',
  'look',
  'undo',
  'settings',
] as const;
type Act = { do: (typeof acts)[number]; who: number };

const play = (desk: TestDesk, story: readonly Act[]): void => {
  const looks = createLooks(desk);
  for (const [nth, act] of story.entries()) {
    desk.clock.now += 1000;
    const author = { authorRemoteId: String(50 + act.who), createdAt: desk.clock.now };
    if (act.do === 'arrive') arrive(desk, [post(String(100 + nth), author)]);
    if (act.do === 'direct') arrive(desk, [direct(String(100 + nth), author)], 'direct');
    if (act.do === 'settings') saveSettings(desk, { undoSendSeconds: act.who * 5 });
    const ids = desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY id');
    const id = ids[act.who % Math.max(1, ids.length)]?.id;
    if (id === undefined) continue;
    const on = { threadId: id as never, revision: getThread(desk.db, id).revision };
    try {
      if (act.do === 'claim') claim(desk, on);
      if (act.do === 'release') release(desk, on);
      if (act.do === 'resolve') resolve(desk, on);
      if (act.do === 'draft') saveDraft(desk, id, 'post', `typed ${nth}`);
      if (act.do === 'look')
        looks.saw('ab' as AgentId, 'opened', { threadId: on.threadId, ids: [String(nth)] });
      if (act.do === 'undo') undo(desk);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'AppError') throw error;
    }
  }
  looks.close();
};

const stories = fc.array(fc.record({ do: fc.constantFrom(...acts), who: fc.nat(4) }), {
  minLength: 3,
  maxLength: 25,
});

type Stored = ChainedRow & { prev_hash: Buffer; hash: Buffer };
const columns = [
  'op',
  'agent',
  'at',
  'thread_id',
  'input',
  'rows',
  'inverse',
  'undoes',
  'prev_hash',
  'hash',
] as const;
const allOf = (desk: Desk): Stored[] => desk.db.all<Stored>('SELECT * FROM changes ORDER BY seq');
const put = (desk: Desk, row: Stored): void =>
  void desk.db.raw
    .prepare(`UPDATE changes SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE seq = ?`)
    .run(...columns.map((name) => row[name]), row.seq);

/** Another value of the same kind. */
const other = (value: string | number | Buffer | null, by: number): string | number | Buffer => {
  if (value === null) return 1;
  if (typeof value === 'number') return value + 1 + by;
  if (typeof value === 'string') {
    const at = by % (value.length + 1);
    return `${value.slice(0, at)}x${value.slice(at)}`;
  }
  const bytes = Buffer.from(value);
  const at = by % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};

/** Each way in which somebody with the file in their hands may want another past. */
const tampering = {
  'a value': (desk: Desk, rows: Stored[], pick: number) => {
    const row = rows[pick % rows.length]!;
    const name = columns[pick % columns.length]!;
    const value = name === 'undoes' && row[name] === null ? 1_000_000 : other(row[name], pick);
    put(desk, { ...row, [name]: value });
  },
  'rows taken out': (desk: Desk, rows: Stored[], pick: number) => {
    const row = rows[pick % rows.length]!;
    desk.db.raw.prepare('DELETE FROM changes WHERE seq BETWEEN ? AND ?').run(row.seq, row.seq + (pick % 3));
  },
  'the newest rows': (desk: Desk, rows: Stored[], pick: number) => {
    desk.db.raw.prepare('DELETE FROM changes WHERE seq > ?').run(rows.length - 1 - (pick % rows.length));
  },
  'two rows exchanged': (desk: Desk, rows: Stored[], pick: number) => {
    const one = rows[pick % rows.length]!;
    const two = rows[(pick + 1) % rows.length]!;
    desk.db.raw.prepare('UPDATE changes SET undoes = NULL').run();
    put(desk, { ...one, undoes: null, seq: two.seq });
    put(desk, { ...two, undoes: null, seq: one.seq });
  },
  'everything from one row on, hashes and all': (desk: Desk, rows: Stored[], pick: number) => {
    const from = pick % rows.length;
    let prev: Buffer = rows[from - 1]?.hash ?? genesis;
    for (const [nth, row] of rows.slice(from).entries()) {
      const written = { ...row, agent: nth === 0 ? `not ${row.agent}` : row.agent, prev_hash: prev };
      prev = hashOf(prev, written);
      put(desk, { ...written, hash: prev });
    }
  },
  'a row left out, and all others moved up': (desk: Desk, rows: Stored[], pick: number) => {
    const gone = pick % rows.length;
    let prev: Buffer = rows[gone - 1]?.hash ?? genesis;
    desk.db.raw.prepare('DELETE FROM changes WHERE seq > ?').run(gone);
    for (const row of rows.slice(gone + 1)) {
      const moved = { ...row, seq: row.seq - 1, undoes: null, prev_hash: prev };
      prev = hashOf(prev, moved);
      desk.db.raw
        .prepare(`INSERT INTO changes (seq, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`)
        .run(moved.seq, ...columns.map((name) => (name === 'hash' ? prev : moved[name])));
    }
  },
};
const ways = Object.keys(tampering) as (keyof typeof tampering)[];

it('finds nothing in a log that nobody touched, whatever was done', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const desk = makeDesk();
      const early = headOf(desk);
      play(desk, story);
      const verdict = verify(desk, { heads: [early, headOf(desk)] });
      expect(verdict).toMatchObject({ findings: [], redacted: 0, heads: 2, head: headOf(desk) });
      expect(verdict.rows).toBe(headOf(desk).seq);
      desk.db.close();
    }),
    { numRuns: 12 },
  );
});

it.each(ways)('finds it: %s', (way) => {
  fc.assert(
    fc.property(stories, fc.nat(10_000), (story, pick) => {
      const desk = makeDesk();
      play(desk, story);
      const heads = [headOf(desk)];
      const rows = allOf(desk);
      fc.pre(rows.length > 1);
      tampering[way](desk, rows, pick);
      expect(verify(desk, { heads }).findings).not.toEqual([]);
      desk.db.close();
    }),
    { numRuns: 12 },
  );
});

/** A desk's file on which a bit can be turned, and what verifying says then; `isSame`: it reads as it was written. */
const bitsOf = (file: string) => {
  const desk = makeDesk(file);
  play(
    desk,
    Array.from({ length: 24 }, (_, nth) => ({ do: acts[nth % acts.length]!, who: nth % 3 })),
  );
  const heads = [headOf(desk)];
  const rows = allOf(desk);
  const before = JSON.stringify(rows);
  desk.db.close();
  const whole = readFileSync(file);
  const turn = (at: number, bit: number): { isSame: boolean; findings: readonly Finding[] } => {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    writeFileSync(file, bytes);
    const db = openReader(file);
    const { findings } = verify({ db }, { heads });
    let after: string;
    try {
      after = JSON.stringify(db.all('SELECT * FROM changes ORDER BY seq'));
    } catch {
      after = 'unreadable';
    }
    db.close();
    return { isSame: after === before, findings };
  };
  // Where the log stands in the file: around the hashes of its rows.
  const places = rows.map(({ hash }) => whole.indexOf(hash)).filter((place) => place >= 0);
  expect(places.length).toBeGreaterThan(10);
  return { whole, places, turn };
};

it('finds a byte that was changed in the file itself, or it changed nothing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-verify-'));
  const { places, turn } = bitsOf(path.join(folder, 'desk.db'));
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.integer({ min: -300, max: 31 }), fc.nat(7), (at, by, bit) => {
      const { isSame, findings } = turn(at + by, bit);
      if (isSame) return;
      found += 1;
      expect(findings).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(50);
  rmSync(folder, { recursive: true });
});

it('finds a hash that was made something else than one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-verify-'));
  const { whole, places, turn } = bitsOf(path.join(folder, 'desk.db'));
  // A record's head ends with what its last two values are: 76 is a blob of 32 bytes, 77 a text as long, 204 no such thing.
  const kinds = whole.lastIndexOf(Buffer.from([76, 76]), places[5]);
  expect(places[5]! - kinds).toBeLessThan(2000);
  for (const [at, bit] of [
    [kinds, 0],
    [kinds + 1, 0],
    [kinds, 7],
    [kinds + 1, 7],
  ] as const) {
    const { isSame, findings } = turn(at, bit);
    expect({ at: at - kinds, bit, isSame, isFound: findings.length > 0 }).toEqual({
      at: at - kinds,
      bit,
      isSame: false,
      isFound: true,
    });
  }
  rmSync(folder, { recursive: true });
});

it('says which rows, and what', () => {
  const desk = makeDesk();
  play(
    desk,
    Array.from({ length: 12 }, (_, who) => ({ do: 'arrive' as const, who })),
  );
  const { seq } = headOf(desk);
  desk.db.raw.prepare("UPDATE changes SET agent = 'cd' WHERE seq IN (4, 5)").run();
  desk.db.raw.prepare('DELETE FROM changes WHERE seq IN (8, 9)').run();
  desk.db.raw.prepare('DELETE FROM changes WHERE seq > ?').run(seq - 2);
  const head = { seq, hash: '00'.repeat(32), at: 5 };
  expect(verify(desk, { heads: [head] }).findings).toEqual([
    { what: 'missing', from: 8, upto: 9 },
    { what: 'changed', from: 4, upto: 5 },
    { what: 'cut', from: seq - 1, upto: seq, at: 5 },
  ]);
});

it('takes out words in the open, and finds words that were taken out otherwise', () => {
  const desk = makeDesk();
  operate(desk, { op: 'tag.make', by: 'ab', input: {} }, (tx) => {
    putRow(tx, 'tags', { id: 't', name: 'Canary', colour: 'blue', removed_at: null });
    return { value: null };
  });
  const { seq } = headOf(desk);
  play(desk, [{ do: 'arrive', who: 1 }]);
  const heads = [headOf(desk)];
  const input = { rows: [] as [number, string][] };
  operate(desk, { op: redactOp, by: 'ab', input }, (tx) => {
    const without = (text: string): string => text.replaceAll('Canary', '');
    input.rows = redact(tx, [seq], (row) => ({ ...row, rows: without(row.rows) })).rows;
    tx.images.push(['settings', 'none', 0, null]);
    return { value: null };
  });
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toContain('Canary');
  expect(verify(desk, { heads })).toMatchObject({ findings: [], redacted: 1 });
  desk.db.raw.prepare("UPDATE changes SET rows = '[]' WHERE seq = ?").run(seq);
  expect(verify(desk, { heads }).findings).toEqual([{ what: 'changed', from: seq, upto: seq }]);
});

it('knows a fingerprint that somebody wrote down, and one that is of no row', () => {
  const desk = makeDesk();
  const head = headOf(desk);
  play(desk, [{ do: 'arrive', who: 1 }]);
  const fingerprint = fingerprintOf(head.hash).toLowerCase().replaceAll('-', ' ');
  expect(verify(desk, { fingerprint }).fingerprintAt).toEqual({ seq: head.seq, at: head.at });
  expect(what(verify(desk, { fingerprint: '7KQ4-7KQ4-7KQ4-7KQ4' }))).toEqual(['unknown-fingerprint']);
});

it('does not miss what a restored backup set aside, and still misses the rest', () => {
  const desk = makeDesk();
  const backup = headOf(desk);
  const setAside: Head = { seq: backup.seq + 7, hash: 'ab'.repeat(32), at: desk.clock.now };
  expect(what(verify(desk, { heads: [setAside] }))).toEqual(['cut']);
  desk.clock.now += 60_000;
  play(
    desk,
    Array.from({ length: 9 }, (_, who) => ({ do: 'arrive' as const, who })),
  );
  expect(what(verify(desk, { heads: [backup, setAside] }))).toEqual(['rewritten']);
  record(desk, { op: restoredOp, by: 'ab', input: {} });
  expect(what(verify(desk, { heads: [backup, setAside, { ...setAside, seq: 999 }] }))).toEqual([]);
  // A head of after the restoring, or one at whose place an older row stands, is missed all the same.
  expect(what(verify(desk, { heads: [{ ...setAside, seq: 999, at: desk.clock.now + 1 }] }))).toEqual(['cut']);
  expect(what(verify(desk, { heads: [{ ...setAside, seq: backup.seq }] }))).toEqual(['rewritten']);
});

it('ends when it is stopped', () => {
  const desk = makeDesk();
  const goesOn = (): boolean => false;
  expect(auditVerify(desk.db, { heads: [], fingerprint: null }, { report: () => {}, goesOn })).toBeNull();
});

it('says it in lines, of a file nobody works with', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-verify-'));
  const file = path.join(folder, 'desk.db');
  const desk = makeDesk(file);
  play(desk, [{ do: 'arrive', who: 1 }]);
  const head = headOf(desk);
  desk.db.raw.prepare("UPDATE changes SET agent = 'cd' WHERE seq = 1").run();
  desk.db.close();
  const { lines } = await verifyFile(file, [{ ...head, seq: head.seq + 2, at: 0 }]);
  expect(lines).toEqual([
    `${head.seq} rows read: 2 things are wrong. Compared with what is kept apart since 1970-01-01T00:00:00.000Z.`,
    'Row 1 was changed after being written.',
    `The newest 2 rows are missing: at 1970-01-01T00:00:00.000Z the log reached row ${head.seq + 2}.`,
    `Newest row ${head.seq}: fingerprint ${fingerprintOf(head.hash)}`,
  ]);
  await expect(verifyFile(path.join(folder, 'none.db'), [])).rejects.toThrow();
  rmSync(folder, { recursive: true });
});
