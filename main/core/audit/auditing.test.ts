import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprintOf } from '../../../shared/audit/fingerprint.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { openReader } from '../../db/open.ts';
import { getAgentRow, putAgent } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { createJobs } from '../jobs/jobs.ts';
import { longHere } from '../jobs/long.ts';
import { arrive, direct, makeDesk, onlyThread, post, type TestDesk } from '../testing/desk.ts';
import { claim } from '../threads/operations.ts';
import { assertMayExportAudit, exportAudit, type AuditWorld } from './auditing.ts';
import { auditHandlers } from './handlers.ts';
import { createHeads, headOf, type HeadPlace } from './heads.ts';
import { createLooks } from './looks.ts';

let folder: string;
let desk: TestDesk;
let world: AuditWorld;
let threadId: ThreadId;
const ab = 'ab' as AgentId;
const cd = 'cd' as AgentId;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-audit-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
  arrive(desk, [post('10')]);
  arrive(desk, [direct('11')], 'direct');
  threadId = onlyThread(desk);
  let kept: ReturnType<HeadPlace['read']> = [];
  const place: HeadPlace = { where: 'file', read: () => kept, write: (heads) => void (kept = heads) };
  world = {
    jobs: createJobs({
      now: desk.now,
      newId: () => newId(desk),
      changed: () => {},
      onTrouble: desk.onTrouble,
    }),
    long: longHere(() => openReader(desk.db.file)),
    looks: createLooks(desk),
    heads: createHeads(desk, place),
  };
});
afterEach(() => {
  world.looks.close();
  desk.db.close();
  rmSync(folder, { recursive: true });
});

const room = (at: Desk = desk) => auditHandlers(at, world);
const page = async (at: Desk, filter = {}) =>
  (await room(at)['audit.page']({ filter, before: null, limit: 50 })).entries;
const ended = async (jobId: ReturnType<typeof exportAudit>) => {
  await world.jobs.ended(jobId);
  return world.jobs.list().find(({ id }) => id === jobId);
};

it('shows a look at once, whenever it is written', async () => {
  world.looks.saw(cd, 'opened', { threadId, ids: ['x'] });
  expect((await page(desk)).map(({ op, by }) => [op, by])[0]).toEqual(['thread.seen', 'cd']);
});

it('shows an agent their own acts alone, and refuses those of others', async () => {
  world.looks.saw(ab, 'opened', { threadId, ids: ['x'] });
  world.looks.saw(cd, 'opened', { threadId, ids: ['x'] });
  claim(desk, { threadId, revision: 0 });
  const carl = desk.as('cd');
  expect((await page(carl)).map(({ by }) => by)).toEqual(['cd']);
  expect((await page(carl, { threadId })).map(({ by }) => by)).toEqual(['cd']);
  expect(await room(carl)['audit.people']({ threadId })).toHaveLength(1);
  expect(await room(desk)['audit.people']({ threadId })).toHaveLength(2);
  await expect(page(carl, { person: ab })).rejects.toThrow('Only supervisors, reviewers and admins');
  expect(() => room(carl)['audit.verify']({ fingerprint: null })).toThrow('have the log verified');
  expect(() => assertMayExportAudit(carl, { filter: { person: ab }, format: 'csv', zone: 'UTC' })).toThrow(
    'Only supervisors',
  );
});

it('lets a reviewer see everything', async () => {
  operate(desk, { op: 'roster.save', by: 'ab', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), role: 'reviewer' });
    return { value: null };
  });
  world.looks.saw(ab, 'opened', { threadId, ids: ['x'] });
  expect((await page(desk.as('cd'))).length).toBeGreaterThan(2);
});

it('verifies the log beside the work, says what came of it, and keeps that', async () => {
  world.heads.keep();
  const { fingerprint } = { fingerprint: fingerprintOf(headOf(desk.db)!.hash) };
  const { jobId } = await room()['audit.verify']({ fingerprint });
  expect(await ended(jobId)).toMatchObject({ state: 'done', outcome: /The log is as it was written/u });
  const state = await room()['audit.state']({});
  expect(state).toMatchObject({ keptIn: 'file', verified: { findings: [], heads: 1, by: 'ab' } });
  expect(state.verified?.fingerprintAt).not.toBeNull();
  expect((await page(desk, { kind: 'exported' }))[0]).toMatchObject({ op: 'audit.verify' });

  desk.db.raw.prepare("UPDATE changes SET agent = 'cd' WHERE seq = 2").run();
  const again = await room()['audit.verify']({ fingerprint: null });
  expect((await ended(again.jobId))?.outcome).toContain('One thing is wrong');
  expect((await room()['audit.state']({})).verified?.findings).toEqual([
    { what: 'changed', from: 2, upto: 2 },
  ]);
  expect(() => room()['audit.verify']({ fingerprint: 'nonsense' })).toThrow('sixteen letters and digits');
});

it('writes what is shown to a file, with the fingerprint of the log, and says so in the log', async () => {
  operate(desk, { op: 'roster.save', by: 'ab', input: {} }, (tx) => {
    putAgent(tx, { ...getAgentRow(tx, 'cd'), name: '=cmd|calc' });
    return { value: null };
  });
  for (let nth = 0; nth < 450; nth += 1) {
    desk.clock.now += 61_000;
    world.looks.saw(cd, 'opened', { threadId, ids: [`dm-${nth}`] });
  }
  world.looks.flush();
  const head = headOf(desk.db);
  const filter = { kind: 'seen' as const };
  const csv = path.join(folder, 'a.csv');
  const job = await ended(exportAudit(desk, world, { filter, format: 'csv', zone: 'UTC' }, csv));
  expect(job).toMatchObject({ state: 'done', file: csv });
  const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(452);
  expect(lines[1]).toMatch(/^\d+,2026-11-\d\d \d\d:\d\d:\d\d,'=cmd\|calc,Opened a direct message,'?@user7,/u);
  expect(lines.at(-1)).toContain(`up to row ${head?.seq}: ${fingerprintOf(head!.hash)}`);
  expect((await page(desk, { kind: 'exported' }))[0]).toMatchObject({
    op: 'audit.export',
    input: { format: 'csv', rows: 450, file: 'a.csv' },
  });

  const jsonl = path.join(folder, 'a.jsonl');
  await ended(exportAudit(desk, world, { filter, format: 'jsonl', zone: 'UTC' }, jsonl));
  const records = readFileSync(jsonl, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(records[0]).toMatchObject({ format: 'earshot-audit', version: 1, by: 'Ada Brook' });
  expect(records).toHaveLength(452);
  expect(records.at(-1)).toEqual({ end: true, rows: 450 });
});

it('leaves nothing of an export that is stopped', async () => {
  const file = path.join(folder, 'a.csv');
  const id = exportAudit(desk, world, { filter: {}, format: 'csv', zone: 'UTC' }, file);
  world.jobs.stop(id);
  expect(await ended(id)).toMatchObject({ state: 'stopped' });
  expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false);
});
