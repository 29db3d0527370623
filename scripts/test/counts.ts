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

type Result = {
  errors?: readonly { message?: string }[];
  attachments?: readonly { name: string; path?: string }[];
};
type Suite = {
  suites?: readonly Suite[];
  specs?: readonly {
    title: string;
    file: string;
    line: number;
    ok: boolean;
    tests: readonly { results: readonly Result[] }[];
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
      why: tests
        .flatMap(({ results }) => results)
        .flatMap((result) => [
          ...(result.errors ?? []).map(({ message = '' }) => firstLines(message)),
          pageOf(result),
        ])
        .filter((lines) => lines !== '')
        .join('\n'),
    })),
  ...suites.flatMap(failuresIn),
];

/** The window as it stood there: the outline that Playwright leaves beside its error. */
const pageOf = ({ attachments = [] }: Result): string => {
  const file = attachments.find(({ name }) => name === 'error-context')?.path;
  if (file === undefined || !existsSync(file)) return '';
  const [, outline = ''] = /^```yaml\n(.*?)^```/msu.exec(readFileSync(file, 'utf8')) ?? [];
  return firstLines(outline, outlineLines);
};

/** Dialogs come last in it, behind a desk with a few cards. */
const outlineLines = 120;

/** What a property was broken with stands in the first lines of its error. */
const shownLines = 16;

const firstLines = (message: string, lines = shownLines): string =>
  message
    // oxlint-disable-next-line no-control-regex -- colours of a terminal
    .replaceAll(/\u001B\[[\d;]*m/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, lines)
    .map((line) => `    ${line.slice(0, 400)}`)
    .join('\n');

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
