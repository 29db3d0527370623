import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kept } from '../e2e/kept.ts';
import { findBreak } from '../main/db/changes.ts';
import { openDb } from '../main/db/open.ts';
import { seeded } from '../simulator/random.ts';
import { readArguments } from './arguments.ts';
import { lookAt } from './disk.ts';
import { startNetwork } from './network/process.ts';
import { makePlan } from './plan.ts';
import { report } from './report.ts';
import { play } from './story.ts';
import { isClean, judge } from './verdict.ts';

/** `npm run faults [-- --short --seed=N --sends=N --scheme=naive|forget|hoard]`: what must never happen, counted after thousands of chances. */
const asked = readArguments(process.argv.slice(2));
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-faults-'));
const startedAt = performance.now();
process.stdout.write(`seed ${asked.seed}, ${asked.sends} answers, scheme: ${asked.scheme}\n`);
const simulated = await startNetwork(asked.seed);
try {
  const plan = makePlan(asked.sends, simulated.brands, seeded(`${asked.seed}/plan`));
  const judgeNow = async (taken: ReadonlySet<string>) => {
    const disk = lookAt(folder);
    return judge({
      ...{ taken, intents: plan.intents, disk, kept: kept(folder) },
      truth: await simulated.network.truth(),
    });
  };
  const story = await play(asked, plan, simulated, folder, async () => {
    const { missing, undead, odd } = await judgeNow(new Set());
    return missing.length + undead.length + odd.length === 0;
  });
  const verdict = await judgeNow(story.taken);
  const db = openDb(path.join(folder, 'practice.db'));
  if (findBreak(db) !== null) verdict.odd.push('the log of the desk is broken');
  db.close();
  if (story.crashes > 0) verdict.odd.push(`the desk ended by itself ${story.crashes} times`);
  const spared = story.deaths.filter(([, count]) => count === 0).map(([point]) => point);
  if (asked.isWhole && spared.length > 0) verdict.odd.push(`never killed at ${spared.join(', ')}`);
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
