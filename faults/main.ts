import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { kept } from '../e2e/kept.ts';
import { findBreak } from '../main/db/changes.ts';
import { openDb } from '../main/db/open.ts';
import { readArguments } from './arguments.ts';
import { startNetwork } from './network/process.ts';
import { report } from './report.ts';
import { play } from './story.ts';
import { isClean, judge, type Item } from './verdict.ts';

/** `npm run faults [-- --short --seed=N --sends=N --scheme=naive|forget]`: what must never happen, counted after thousands of chances. */
const asked = readArguments(process.argv.slice(2));
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-faults-'));
const startedAt = performance.now();
process.stdout.write(`seed ${asked.seed}, ${asked.sends} answers, scheme: ${asked.scheme}\n`);
const simulated = await startNetwork(asked.seed);
try {
  const judgeNow = async (taken: ReadonlySet<string>) =>
    judge(taken, itemsIn(folder), kept(folder), await simulated.network.truth());
  const story = await play(asked, simulated, folder, async () => {
    const { missing, odd } = await judgeNow(new Set());
    return missing.length + odd.length === 0;
  });
  const verdict = await judgeNow(story.taken);
  const db = openDb(path.join(folder, 'practice.db'));
  if (findBreak(db) !== null) verdict.odd.push('the log of the desk is broken');
  db.close();
  if (story.crashes > 0) verdict.odd.push(`the desk ended by itself ${story.crashes} times`);
  if (verdict.counts.sent < asked.sends * 0.8) verdict.odd.push('too little was sent to prove anything');
  const { calls } = await simulated.network.summary();
  process.stdout.write(
    report({ asked, story, verdict, calls: calls.total, tookMs: performance.now() - startedAt }),
  );
  process.exitCode = isClean(verdict) ? 0 : 1;
} finally {
  simulated.stop();
  if (asked.isKept) process.stdout.write(`kept in ${folder}\n`);
  else rmSync(folder, { recursive: true, force: true });
}

function itemsIn(folder: string): Item[] {
  const db = new Database(path.join(folder, 'practice.db'), { readonly: true });
  try {
    return db
      .prepare<[], Item>('SELECT id, text, state, code, remote_id, in_reply_to FROM outbox ORDER BY id')
      .all();
  } finally {
    db.close();
  }
}
