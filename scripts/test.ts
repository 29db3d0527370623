import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare } from './prepare/prepare.ts';
import { buildIfStale } from './run/build.ts';
import { runTool, toolScript } from './run/child.ts';
import { main } from './run/main.ts';
import { readPlaywright, readVitest } from './test/counts.ts';
import { runSections, type Section } from './test/sections.ts';

// Not in test-results/: Playwright empties that.
const reports = mkdtempSync(path.join(tmpdir(), 'earshot-reports-'));
const report = (name: string): string => path.join(reports, `${name}.json`);

const sections: Section[] = [
  { name: 'check', run: () => runTool('scripts/check.ts', []) },
  { name: 'unit and component tests', run: () => vitest('unit', ['node', 'dom']) },
  { name: 'journeys in Electron', run: journeys },
  ...(process.platform === 'linux'
    ? [
        { name: 'pack', run: () => runTool('scripts/pack.ts', []), isVital: true },
        { name: 'packed program', run: () => vitest('packaged', ['packaged']) },
      ]
    : []),
];

/** `npm test`: everything, as a newcomer or a build server runs it. */
await main(async () => {
  await buildIfStale(await prepare());
  const failedSections = await runSections(sections);

  const counts = [
    readVitest(report('unit')),
    readPlaywright(report('journeys')),
    readVitest(report('packaged')),
  ];
  rmSync(reports, { recursive: true, force: true });
  const passed = counts.reduce((sum, each) => sum + each.passed, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  // Once more at the end: what a build server keeps of a long run is its last lines.
  for (const { where, why } of counts.flatMap(({ failures }) => failures))
    console.log(`\n✗ ${where}\n${why}`);
  if (failedSections.length > 0) console.log(`\nFailed: ${failedSections.join(', ')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failedSections.length === 0 ? 0 : 1;
});

function vitest(name: string, projects: readonly string[]): Promise<number> {
  return runTool(toolScript('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(name)}`,
  ]);
}

function journeys(): Promise<number> {
  return runTool('scripts/e2e.ts', ['--reporter', 'list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report('journeys'),
  });
}
