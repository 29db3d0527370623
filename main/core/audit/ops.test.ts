import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ops } from '../../../shared/audit/ops.ts';
import { rights } from '../../../shared/roles.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Names that are put together, and what they come to. */
const puttogether: Record<string, readonly string[]> = {
  'bulk.${action.do}': [
    ...['bulk.priority', 'bulk.tag', 'bulk.snooze', 'bulk.wake', 'bulk.resolve'],
    ...['bulk.no-action', 'bulk.unread', 'bulk.assign', 'bulk.queue'],
  ],
  'desk.${kind}': ['desk.backup', 'desk.check', 'desk.restore', 'desk.repair'],
  'import.${state}': ['import.done', 'import.stopped', 'import.failed'],
  "message.${kind === 'post' ? 'reply' : 'direct'}": ['message.reply', 'message.direct'],
};

/** Of the same shape, and no operations: events, files, columns. */
const others = new Set([
  ...rights,
  ...[
    'accounts.changed',
    'rows.changed',
    'settings.changed',
    'jobs.changed',
    'changes.inverse',
    'expert.waited',
  ],
]);
const isFile = (name: string): boolean => /\.(?:json|js|pdf|ts|db|csv|cjs)$/u.test(name);
/** What only names a request, an inverse, a chore, a job, a failpoint, or a column of a statement. */
const namesOther =
  /(?:inverse: \{ op: |<|[|] |name: |failpoint\([^)]*|emit\(|on\(|from |import\(|assertMay\([^)]*, |may\([^)]*, )$/u;

const named = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const file of globSync('core/**/*.ts', { cwd: root })) {
    if (file.includes('.test.') || file.includes('testing') || file.endsWith('failpoint.ts')) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const match of text.matchAll(/(.{0,40})(?:'([a-z]+\.[a-zA-Z-]{3,})'|`([a-z]+\.\$\{.+?\})`)(.)/gu)) {
      const [, before = '', plain, template, after] = match;
      const name = plain ?? template ?? '';
      if (after === ':' || namesOther.test(before) || others.has(name) || isFile(name)) continue;
      found.set(name, `${file}: ${before.trim()}`);
    }
  }
  return found;
};

it('has words for every operation that the code names', () => {
  const found = named();
  const wordless = [...found].flatMap(([name, where]) =>
    (puttogether[name] ?? [name]).filter((op) => !Object.hasOwn(ops, op)).map((op) => `${op} in ${where}`),
  );
  expect(wordless).toEqual([]);
});

it('reads the code as it says', () => {
  const found = named();
  for (const op of ['thread.claim', 'account.ingest', 'thread.seen', 'archive.export', 'clock.breached'])
    expect(found.has(op) || op === 'thread.seen', op).toBe(true);
  for (const name of Object.keys(puttogether)) expect(found.has(name), name).toBe(true);
});
