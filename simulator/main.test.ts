import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parseCommandLine } from './cli.ts';
import { connect, control } from './testing/client.ts';

vi.setConfig({ testTimeout: 30_000 });

// The runtime that reads TypeScript by itself, whatever runs the tests.
const bundled = path.resolve('node_modules/node/bin/node');
const node = existsSync(bundled) ? bundled : process.execPath;
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function run(...args: string[]): ChildProcess {
  const child = spawn(node, [path.resolve('simulator/main.ts'), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.includes('\n')) break;
  }
  return text;
}

function urlOf(line: string): string {
  const { listening } = JSON.parse(line) as { listening: { host: string; port: number } };
  return `http://${listening.host}:${listening.port}`;
}

test('says once where it listens, serves, and ends with its parent', async () => {
  const child = run('--port', '0', '--exit-with-parent', '--opening', '3');
  const { listening } = JSON.parse(await firstLine(child)) as {
    listening: { host: string; port: number; brands: object[] };
  };
  expect(listening.brands).toMatchObject([{ handle: 'hallammobile' }, { handle: 'dalescoastrail' }]);
  const summary = await control<{ counts: object }>(`http://${listening.host}:${listening.port}`, '/summary');
  expect(summary.counts).toMatchObject({ users: expect.any(Number) as number });
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('ends in order when asked to', async () => {
  const child = run('--no-customers');
  await firstLine(child);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('killed in the middle of a flood, it has everything it had confirmed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  const journal = path.join(folder, 'world.jsonl');
  const first = run('--no-customers', '--journal', journal, '--rate-limits', 'off');
  const url = urlOf(await firstLine(first));
  const desk = await connect(url, 'hallammobile');
  await control(url, '/flood', { perSecond: 500 });
  const confirmed: string[] = [];
  for (let at = 0; at < 40; at += 1) {
    confirmed.push(((await desk.post('/2/tweets', { text: `number ${at}` })).body.data as { id: string }).id);
  }
  first.kill('SIGKILL');
  await once(first, 'exit');

  const second = run('--no-customers', '--journal', journal);
  const again = urlOf(await firstLine(second));
  const { posts } = await control<{ posts: { id: string; origin: string }[] }>(again, '/truth');
  expect(posts.filter((post) => post.origin === 'api').map((post) => post.id)).toEqual(confirmed);
  expect(posts.length).toBeGreaterThan(confirmed.length);
  rmSync(folder, { recursive: true });
});

test('says what is wrong with an option', async () => {
  const child = run('--rate', 'fast');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(1);
  expect(() => parseCommandLine(['--vocabulary', 'toot'])).toThrow('--vocabulary is tweet or post');
  expect(() => parseCommandLine(['--nonsense'])).toThrow(/nonsense/);
  expect(parseCommandLine(['--rate-limits', 'off', '--speed', '200']).settings).toMatchObject({
    rateLimitScale: 0,
    speed: 200,
  });
});
