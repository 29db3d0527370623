import { expect, it } from 'vitest';
import { makeDesk } from '../testing/desk.ts';
import { undo } from '../undo.ts';
import { allSnippets } from './rows.ts';
import { removeSnippet, saveSnippet } from './snippets.ts';

const opening = { id: null, name: 'Hello', kind: 'opening', text: 'Hi {first}, ', lang: null } as const;

it('is written by who may, within its length, under a name of its own', () => {
  const desk = makeDesk();
  expect(() => saveSnippet(desk.as('cd'), opening)).toThrow(/Only supervisors and admins/u);
  expect(() => saveSnippet(desk, { ...opening, text: 'x'.repeat(201) })).toThrow(
    /1 over.*not a whole answer/u,
  );
  expect(() => saveSnippet(desk, { ...opening, kind: 'fact', text: '👋'.repeat(401) })).toThrow(/1 over/u);
  saveSnippet(desk, { ...opening, kind: 'fact', text: '👋'.repeat(400) });
  expect(() => saveSnippet(desk, { ...opening, name: 'hello' })).toThrow(/called “Hello” already/u);
  saveSnippet(desk, { ...opening, lang: 'pl', text: 'Cześć {first}, ' });
  expect(allSnippets(desk.db)).toHaveLength(2);
});

it('is changed, removed and taken back step by step, its words only in its own table', () => {
  const desk = makeDesk();
  const texts = (): string[] => allSnippets(desk.db).map(({ text }) => text);
  const first = saveSnippet(desk, { ...opening, text: 'secret one' });
  const second = saveSnippet(desk, { ...opening, id: first.id, text: 'secret two' });
  expect(texts()).toEqual(['secret two']);
  expect(() => saveSnippet(desk, { ...opening, id: first.id })).toThrow(/meanwhile/u);
  removeSnippet(desk, { id: second.id });
  expect(removeSnippet(desk, { id: second.id })).toEqual({ seq: null });
  expect(texts()).toEqual([]);
  undo(desk);
  expect(texts()).toEqual(['secret two']);
  undo(desk);
  expect(texts()).toEqual(['secret one']);
  undo(desk);
  expect(texts()).toEqual([]);
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toContain('secret');
});

it('is not taken back over what a colleague wrote since', () => {
  const desk = makeDesk();
  const { id } = saveSnippet(desk, opening);
  removeSnippet(desk, { id });
  saveSnippet(desk, { ...opening, text: 'Hello again' });
  const other = { ...desk, me: 'ab' as typeof desk.me };
  undo(other);
  undo(other);
  expect(allSnippets(desk.db)).toHaveLength(1);
});
