import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseCommandLine } from './cli.ts';
import { control } from './testing/client.ts';

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
