import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How a section went: how many tests, and each that failed with the first lines of why. */
export type Counts = { passed: number; failed: number; failures: readonly Failure[] };
export type Failure = { where: string; why: string };

type VitestReport = {
  numPassedTests?: number;
  numFailedTests?: number;
  testResults?: readonly {
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly { fullName: string; status: string; failureMessages: readonly string[] }[];
  }[];
};

/** From vitest's JSON report. */
export function readVitest(file: string): Counts {
  const report = read(file) as VitestReport | undefined;
  const failures = (report?.testResults ?? []).flatMap(({ name, status, message = '', assertionResults }) => {
    const at = path.relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that could not even be read has no tests.
    if (status === 'failed' && failed.length === 0) return [{ where: at, why: firstLines(message) }];
    return failed.map(({ fullName, failureMessages }) => ({
      where: `${at} › ${fullName}`,
      why: firstLines(failureMessages.join('\n')),
    }));
  });
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, failures };
}

type Suite = {
  suites?: readonly Suite[];
  specs?: readonly {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: readonly { results: readonly { error?: { message?: string } }[] }[];
  }[];
};
type PlaywrightReport = Suite & { stats?: { expected: number; unexpected: number; flaky: number } };

/** From Playwright's JSON report. One that passed on its second try passed, and Playwright says so. */
export function readPlaywright(file: string): Counts {
  const report = read(file) as PlaywrightReport | undefined;
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, failures: report ? failuresIn(report) : [] };
}

const failuresIn = ({ suites = [], specs = [] }: Suite): Failure[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => ({
      where: `${file}:${line} › ${title}`,
      why: firstLines(
        tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
      ),
    })),
  ...suites.flatMap(failuresIn),
];

/** What a property was broken with stands in the first lines of its error. */
const shownLines = 16;

const firstLines = (message: string): string =>
  message
    // oxlint-disable-next-line no-control-regex -- colours of a terminal
    .replaceAll(/\u001B\[[\d;]*m/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, shownLines)
    .map((line) => `    ${line.slice(0, 400)}`)
    .join('\n');

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
