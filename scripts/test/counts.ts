import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number };

/** From vitest's JSON report. */
export function readVitest(file: string): Counts {
  const report = read(file) as { numPassedTests?: number; numFailedTests?: number } | undefined;
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** From Playwright's JSON report. One that passed on its second try passed, and Playwright says so. */
export function readPlaywright(file: string): Counts {
  const report = read(file) as
    | { stats?: { expected: number; unexpected: number; flaky: number } }
    | undefined;
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected };
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
