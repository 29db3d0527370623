import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messagesPerPart } from '../../../shared/archive/formats.ts';
import { operate } from '../desk.ts';
import { emptyMessage } from '../messages.ts';
import { addNote } from '../notes/notes.ts';
import { arrive, direct, makeDesk, onlyThread, post, type TestDesk } from '../testing/desk.ts';
import { exported, usual } from './testing/exported.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-paper-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);
const pdfs = (): string[] => readdirSync(folder).filter((name) => /\.(?:pdf|part)$/u.test(name));
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
const thread = () => ({ what: 'thread', threadId: onlyThread(desk) }) as const;

it('holds nothing of what was written but as text', async () => {
  arrive(desk, [post('10', { text: '<script>alert(1)</script> <img src=x onerror="y"> & \u0007' })]);
  const { sheets } = await exported(desk, { ...usual, format: 'pdf', scope: thread() }, at('a.pdf'));
  const html = sheets.join('');
  expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  expect(html.match(/<(?:script|img|iframe|style|object|link)\b/gu)).toEqual(['<link']);
  expect(html).not.toMatch(/\son\w+="/u);
});

it('tells who, when in which zone, what is gone, and what is internal', async () => {
  arrive(desk, [post('10', { text: 'gone soon' }), direct('11')]);
  const scope = thread();
  addNote(desk, { threadId: scope.threadId, text: 'mast TX114', about: 'thread', mentions: [] });
  operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
    emptyMessage(tx, 'x:account:1/post/10', { at: desk.now(), because: 'deleted' });
    return { value: null };
  });
  const asked = { ...usual, format: 'pdf', zone: 'Europe/Warsaw', scope } as const;
  const text = textOf((await exported(desk, asked, at('a.pdf'))).sheets.join(''));
  expect(text).toContain('User 7 (@user7) public post · 2 Nov 2026, 10:00 CET');
  expect(text).toContain('Deleted by its author. This desk learned of it on 2 Nov 2026, 10:00 CET');
  expect(text).toContain('Internal note by Ada Brook (AB)');
  expect(text).toContain('Exported by Ada Brook on 2 Nov 2026, 10:00 CET');
  const bare = await exported(desk, { ...asked, hasNotes: false }, at('b.pdf'));
  expect(bare.sheets.join('')).not.toContain('TX114');
});

it('comes in parts that together are all of it, each thing once, named by their number', async () => {
  const some = 2 * messagesPerPart + 7;
  arrive(
    desk,
    Array.from({ length: some }, (_, n) => post(`${n + 10}`, { text: `number ${n}.` })),
  );
  const scope = thread();
  for (const text of ['first note', 'last note']) {
    addNote(desk, { threadId: scope.threadId, text, about: 'thread', mentions: [] });
  }
  const { job, sheets } = await exported(desk, { ...usual, format: 'pdf', scope }, at('a.pdf'));
  expect(job).toMatchObject({ state: 'done', file: at('a (1 of 3).pdf') });
  expect(pdfs()).toEqual(['a (1 of 3).pdf', 'a (2 of 3).pdf', 'a (3 of 3).pdf']);
  const text = sheets.map(textOf).join('');
  for (let n = 0; n < some; n += 1) expect(text.split(`number ${n}.`)).toHaveLength(2);
  for (const note of ['first note', 'last note']) expect(text.split(note)).toHaveLength(2);
  expect(readFileSync(at('a (2 of 3).pdf'), 'utf8')).toContain('continued');
  const print = await exported(desk, { ...usual, format: 'print', scope }, null);
  expect(print.job).toMatchObject({ state: 'failed', outcome: expect.stringContaining('Save them as PDF') });
});

it('takes none of its places when it is stopped between two parts', async () => {
  arrive(
    desk,
    Array.from({ length: messagesPerPart + 1 }, (_, n) => post(`${n + 10}`)),
  );
  const asked = { ...usual, format: 'pdf', scope: thread() } as const;
  const { job } = await exported(desk, asked, at('a.pdf'), { laidOut: (stop) => stop() });
  expect(job.state).toBe('stopped');
  expect(pdfs()).toEqual([]);
});
