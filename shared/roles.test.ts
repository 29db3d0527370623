import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { roles, type Role } from './model.ts';
import { may, rights, whoMay, type Right } from './roles.ts';

const of = (role: Role): Right[] => rights.filter((right) => may(role, right));

it('an agent works threads, calls and messages for later, takes a thread out, and nothing of the team’s', () => {
  expect(of('agent')).toEqual([
    'thread.work',
    'schedule.write',
    'call.work',
    'number.reveal',
    'export.thread',
  ]);
});

it('a supervisor runs the team, but neither makes admins nor connects accounts', () => {
  expect(rights.filter((right) => !may('supervisor', right))).toEqual([
    'roster.admins',
    'account.manage',
    'retention.manage',
    'customer.erase',
  ]);
});

it('a reviewer looks, and reviews', () => {
  expect(of('reviewer')).toEqual(['team.see', 'review.work', 'export.thread', 'export.many', 'audit.see']);
});

it('an admin may do everything', () => {
  expect(of('admin')).toEqual([...rights]);
});

it('says who may, in words', () => {
  expect(whoMay('roster.manage')).toBe('supervisors and admins');
  expect(whoMay('account.manage')).toBe('admins');
  expect(rights.every((right) => roles.some((role) => may(role, right)))).toBe(true);
});

it('knows no right that nobody asks for', () => {
  const root = path.join(import.meta.dirname, '..');
  const sources = ['main', 'renderer', 'shared/commands']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(root, folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/u.test(file) && !file.includes('.test.'));
  const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(rights.filter((right) => !text.includes(`'${right}'`))).toEqual([]);
});
