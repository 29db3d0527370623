import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toolScript } from '../run/child.ts';
import { root } from '../run/root.ts';

// A rule counts when breaking it fails: each violation is planted in a copy of the configuration, and
// the very tools of `npm run check` must find it.
const project = mkdtempSync(path.join(tmpdir(), 'earshot-planted-'));

type Planted = { name: string; file: string; source: string; finding: RegExp };

const forTheLinter: Planted[] = [
  {
    name: 'electron outside the shell',
    file: 'main/core/a.ts',
    source: `import { app } from 'electron';\nexport const name = app.name;\n`,
    finding: /main\/core may not import the package electron/,
  },
  {
    name: 'core reaching into the shell',
    file: 'main/core/b.ts',
    source: `export { door } from '../shell/door.ts';\n`,
    finding: /main\/core may not import main\/shell/,
  },
  {
    name: 'a type of the window in main',
    file: 'main/core/c.ts',
    source: `export type Card = import('../../renderer/absent.ts').Card;\n`,
    finding: /main\/core may not import renderer/,
  },
  {
    name: 'the window reaching into main, late',
    file: 'renderer/a.ts',
    source: `export const load = async (): Promise<unknown> => import('../main/core/absent.ts');\n`,
    finding: /renderer may not import main\/core/,
  },
  {
    name: 'a provider using another one',
    file: 'main/providers/facebook/a.ts',
    source: `export { poll } from '../x/poll.ts';\n`,
    finding: /main\/providers\/facebook may not import main\/providers\/x/,
  },
  {
    name: 'the wall clock in core',
    file: 'main/core/d.ts',
    source: 'export const now = (): number => Date.now();\n',
    finding: /no Date\.now here/,
  },
  {
    name: 'chance in core',
    file: 'main/core/e.ts',
    source: 'export const draw = (): number => Math.random();\n',
    finding: /no Math\.random here/,
  },
  {
    name: 'HTML from text',
    file: 'renderer/b.ts',
    source: `export const show = (at: Element, text: string): void => {\n  at.innerHTML = text;\n};\n`,
    finding: /no innerHTML/,
  },
  {
    name: 'eval',
    file: 'renderer/c.ts',
    source: `export const run = (text: string): unknown => eval(text);\n`,
    finding: /no-eval/,
  },
  {
    name: 'any',
    file: 'shared/a.ts',
    source: 'export const x: any = 1;\n',
    finding: /no-explicit-any/,
  },
  {
    name: 'a default export',
    file: 'shared/b.ts',
    source: 'export default 1;\n',
    finding: /no-default-export/,
  },
  {
    name: 'a file of more than 300 lines',
    file: 'shared/c.ts',
    source: `${Array.from({ length: 301 }, (_, line) => `export const n${line} = ${line};`).join('\n')}\n`,
    finding: /max-lines/,
  },
  {
    name: 'files in a circle',
    file: 'shared/d.ts',
    source: `import { f } from './circle.ts';\nexport const d = (): unknown => f;\n`,
    finding: /no-cycle/,
  },
  {
    name: 'a promise nobody waits for',
    file: 'shared/e.ts',
    source: `const later = async (): Promise<number> => 1;\nexport const start = (): void => {\n  later();\n};\n`,
    finding: /no-floating-promises/,
  },
];

const forTheCompiler: Planted[] = [
  {
    name: 'process in shared',
    file: 'shared/f.ts',
    source: 'export const e = process.env;\n',
    finding: /process/,
  },
  { name: 'fetch in shared', file: 'shared/g.ts', source: 'export const f = fetch;\n', finding: /fetch/ },
  {
    name: 'document in main',
    file: 'main/core/f.ts',
    source: 'export const d = document;\n',
    finding: /document/,
  },
  {
    name: 'process in the window',
    file: 'renderer/d.ts',
    source: 'export const p = process;\n',
    finding: /process/,
  },
  {
    name: 'node:fs in the window',
    file: 'renderer/e.ts',
    source: `export { readFileSync } from 'node:fs';\n`,
    finding: /node:fs/,
  },
  {
    name: 'an index that may miss',
    file: 'shared/h.ts',
    source: 'export const first = (list: string[]): string => list[0];\n',
    finding: /undefined/,
  },
  {
    name: 'an enum',
    file: 'shared/i.ts',
    source: 'export enum E {\n  A,\n}\n',
    finding: /erasableSyntaxOnly/,
  },
];

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'scripts/lint', 'package.json']) {
    cpSync(path.join(root, file), path.join(project, file), { recursive: true });
  }
  for (const world of ['shared', 'main', 'renderer']) {
    cpSync(path.join(root, world, 'tsconfig.json'), path.join(project, world, 'tsconfig.json'));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  plant({
    file: 'shared/circle.ts',
    source: `import { d } from './d.ts';\nexport const f = (): unknown => d;\n`,
  });
  [...forTheLinter, ...forTheCompiler].forEach(plant);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('a planted violation fails', () => {
  let lint = '';
  let compile = '';
  beforeAll(() => {
    lint = runIn(toolScript('oxlint'), ['--format=unix']);
    const tsc = toolScript('typescript', 'tsc');
    // Not all at once: a world whose reference fails is not compiled.
    compile = ['shared', 'main', 'renderer'].map((world) => runIn(tsc, ['-p', world])).join('\n');
  }, 60_000);

  test.each(forTheLinter)('linter: $name', ({ file, finding }) => {
    expect(linesAbout(lint, file)).toMatch(finding);
  });
  test.each(forTheCompiler)('compiler: $name', ({ file, finding }) => {
    expect(linesAbout(compile, file)).toMatch(finding);
  });
});

function plant({ file, source }: Pick<Planted, 'file' | 'source'>): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), source);
}

function runIn(script: string, args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  return `${stdout}${stderr}`;
}

function linesAbout(output: string, file: string): string {
  return output
    .split('\n')
    .filter((line) => line.includes(file))
    .join('\n');
}
