import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgentId } from '../../shared/ids.ts';
import { indexing } from '../core/search/indexing.ts';
import type { Search } from '../core/search/search.ts';
import type { Searching } from '../core/search/searching.ts';
import { arrive, makeDesk, post, type TestDesk } from '../core/testing/desk.ts';
import { finish } from '../core/testing/queues.ts';
import { createSearchHost } from './host.ts';

let folder: string;
let desk: TestDesk;
let host: Searching;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-worker-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
  host = createSearchHost(desk.db.file, new URL('main.ts', import.meta.url));
});
afterEach(async () => {
  await host.close();
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (text: string): Search => ({
  ...{ text, me: 'ab' as AgentId, now: desk.now(), zone: 'UTC' },
  ...{ order: 'newest', before: null, limit: 50 },
});

it('finds in its own thread what the desk has just written', async () => {
  arrive(desk, [post('10', { text: 'Where is my refund?' })]);
  finish(desk, indexing);
  const first = await host.run(asked('refund'), 'a');
  expect(first?.threads).toMatchObject([
    { handle: 'user7', hits: [{ part: 'message', text: 'Where is my refund?', places: [[12, 18]] }] },
  ]);
  arrive(desk, [post('11', { authorRemoteId: '8', text: 'the refund came' })]);
  finish(desk, indexing);
  expect((await host.run(asked('refund'), 'a'))?.threads).toHaveLength(2);
});

it('drops what a later search of the same key has taken the place of, and nothing else', async () => {
  arrive(desk, [post('10', { text: 'refund' })]);
  finish(desk, indexing);
  const all = await Promise.all([
    host.run(asked('r*'), 'a'),
    host.run(asked('re*'), 'a'),
    host.run(asked('refund'), 'b'),
    host.run(asked('ref*'), 'a'),
  ]);
  expect(all.map((answer) => answer?.threads.length ?? null)).toEqual([null, null, 1, 1]);
});

it('lets whoever types go before what nobody waits for', async () => {
  for (let n = 0; n < 40; n += 1) arrive(desk, [post(String(100 + n), { text: `refund ${n}` })]);
  finish(desk, indexing);
  const aside = (key: string) => host.run({ ...asked('refund'), isAside: true }, key);
  const done: string[] = [];
  await Promise.all([
    host.run(asked('refund'), 'first').then(() => done.push('first')),
    aside('column').then((answer) => done.push(answer === null ? 'gave way' : 'column')),
    host.run(asked('refu*'), 'typed').then(() => done.push('typed')),
  ]);
  expect(done).toEqual(['first', 'typed', 'column']);
  const column = aside('column');
  const typed = host.run(asked('re*'), 'typed');
  expect((await typed)?.threads).toHaveLength(1);
  expect(await column).toBeNull();
});

it('answers after it was closed and after it failed, in a new thread', async () => {
  await host.close();
  expect((await host.run(asked('refund'), 'a'))?.threads).toEqual([]);
  const lost = createSearchHost(path.join(folder, 'none.db'), new URL('main.ts', import.meta.url));
  await expect(lost.run(asked('refund'), 'a')).rejects.toThrow('search again');
  await lost.close();
});
