import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './counts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'earshot-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (report: unknown): string => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};

it('names each unit test that failed, with the first lines of why, and a file that could not be read', () => {
  const name = path.resolve('main/core/a.test.ts');
  const file = written({
    ...{ numPassedTests: 1, numFailedTests: 1 },
    testResults: [
      {
        ...{ name, status: 'failed' },
        assertionResults: [
          { fullName: 'threads holds', status: 'passed', failureMessages: [] },
          {
            ...{ fullName: 'threads break', status: 'failed' },
            failureMessages: [`\u001B[31mProperty failed\u001B[39m\n\n{ seed: 42 }\n${'at x\n'.repeat(99)}`],
          },
        ],
      },
      {
        ...{ name: path.resolve('b.test.ts'), status: 'failed' },
        message: 'no such file',
        assertionResults: [],
      },
    ],
  });
  const { passed, failed, failures } = readVitest(file);
  expect([passed, failed]).toEqual([1, 1]);
  expect(failures).toEqual([
    {
      where: 'main/core/a.test.ts › threads break',
      why: expect.stringMatching(/^ {4}Property failed\n {4}\{ seed: 42 \}\n(?: {4}at x\n?){14}$/u),
    },
    { where: 'b.test.ts', why: '    no such file' },
  ]);
});

it('names each journey that failed, however deep, with all that went wrong and what the window showed', () => {
  const outline = path.join(folder, 'error-context.md');
  writeFileSync(outline, '# Page\n\n```yaml\n- dialog "Settings":\n  - button "Done"\n```\n\nelse\n');
  const failed = {
    errors: [{ message: 'not visible' }, { message: 'it did not end' }],
    attachments: [{ name: 'trace' }, { name: 'error-context', path: outline }],
  };
  const spec = (title: string, ok: boolean) => ({
    ...{ title, ok, file: 'a.journey.ts', line: 7 },
    tests: [{ results: [ok ? {} : failed] }],
  });
  const file = written({
    stats: { expected: 1, unexpected: 1, flaky: 1 },
    suites: [{ suites: [{ specs: [spec('goes', true), spec('stops', false)] }] }],
  });
  expect(readPlaywright(file)).toEqual({
    ...{ passed: 2, failed: 1 },
    failures: [
      {
        where: 'a.journey.ts:7 › stops',
        why: '    not visible\n    it did not end\n    - dialog "Settings":\n      - button "Done"',
      },
    ],
  });
});

it('counts nothing where a section left no report', () => {
  expect(readVitest(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, failures: [] });
});
