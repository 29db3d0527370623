import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/action.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { newcomer, putAgent, type AgentRow } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { putQueue } from '../queues/rows.ts';
import { teamBoard } from '../team/board.ts';
import { arrive, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { undo } from '../undo.ts';
import { applyToMany, assign } from './apply.ts';
import { previewOf } from './preview.ts';

const person = (desk: Desk, id: string, change: Partial<AgentRow> = {}): void => {
  operate(desk, { op: 'test.person', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer(id, `Person ${id}`, id.toUpperCase(), start), ...change });
    return { value: null };
  });
};

const deskWith = (customers: number): TestDesk => {
  const desk = makeDesk();
  person(desk, 'ef');
  const posts = Array.from({ length: customers }, (_, at) =>
    post(String(100 + at), { authorRemoteId: String(1000 + at), lang: at % 2 === 0 ? 'pl' : 'en' }),
  );
  arrive(desk, posts);
  return desk;
};

const ids = (desk: Desk): ThreadId[] =>
  desk.db.all<{ id: ThreadId }>('SELECT id FROM threads ORDER BY first_at').map(({ id }) => id);
const owners = (desk: Desk): (string | null)[] =>
  desk.db
    .all<{ assignee_id: string | null }>('SELECT assignee_id FROM threads ORDER BY first_at')
    .map(({ assignee_id }) => assignee_id);
const statuses = (desk: Desk): string[] =>
  desk.db.all<{ status: string }>('SELECT status FROM threads ORDER BY first_at').map(({ status }) => status);
const to = (id: string | null): Action => ({ do: 'assign', to: id as AgentId | null });
const everything = { filter: { isOpen: true } };
const many = (desk: Desk, action: Action, target: Parameters<typeof previewOf>[1] = everything) =>
  applyToMany(desk, { target, action, expected: null });
const changes = (desk: Desk): number => desk.db.find<{ n: number }>('SELECT count(*) AS n FROM changes')!.n;

describe('many at once', () => {
  it('is one change, and one undo takes all of it back', () => {
    const desk = deskWith(12);
    assign(desk, { threadId: ids(desk)[3]!, revision: 1, to: 'ef' as AgentId });
    const before = [owners(desk), statuses(desk)];
    const rows = changes(desk);
    expect(many(desk, to('cd'))).toMatchObject({ changed: 12, left: [] });
    expect(changes(desk)).toBe(rows + 1);
    expect(new Set(owners(desk))).toEqual(new Set(['cd']));
    expect(new Set(statuses(desk))).toEqual(new Set(['open']));
    expect(undo(desk)).toEqual({ what: 'bulk.assign', threadId: null });
    expect([owners(desk), statuses(desk)]).toEqual(before);
    expect(findBreak(desk.db)).toBeNull();
  });

  it('leaves with the undo what somebody has moved or closed since, and says so', () => {
    const desk = deskWith(4);
    const [first, second] = ids(desk);
    many(desk, to('cd'));
    const cd = desk.as('cd');
    many(cd, { do: 'resolve', reason: 'solved' }, { threadIds: [first!] });
    assign(cd, { threadId: second!, revision: 1, to: null });
    expect(undo(desk).note).toMatch(/^2 stayed as they are/u);
    expect(owners(desk)).toEqual(['cd', null, null, null]);
  });

  it('refuses when what was looked at is no longer what is there', () => {
    const desk = deskWith(30);
    expect(() => applyToMany(desk, { target: everything, action: to('cd'), expected: 10 })).toThrow(
      /30 threads by now, not 10/u,
    );
    expect(new Set(owners(desk))).toEqual(new Set([null]));
    // One more has come in meanwhile: that is as good as what was seen.
    expect(applyToMany(desk, { target: everything, action: to('cd'), expected: 29 }).changed).toBe(30);
  });

  it('works on what agents do as well, skipping what can’t be', () => {
    const desk = deskWith(3);
    const [first] = ids(desk);
    many(desk, { do: 'resolve', reason: 'solved' }, { threadIds: [first!] });
    const all = { threadIds: ids(desk) };
    expect(many(desk, { do: 'snooze', until: start + 9e6 }, all)).toMatchObject({
      changed: 2,
      left: [{ why: 'closed', count: 1 }],
    });
    expect(statuses(desk)).toEqual(['resolved', 'snoozed', 'snoozed']);
    undo(desk);
    expect(statuses(desk)).toEqual(['resolved', 'new', 'new']);
  });
});

describe('who may', () => {
  it('lets agents act on their own and nobody’s, not on a whole filter or on a colleague’s', () => {
    const desk = deskWith(3);
    const cd = desk.as('cd');
    const [first, second, third] = ids(desk);
    assign(desk, { threadId: first!, revision: 1, to: 'ef' as AgentId });
    expect(() => many(cd, to('cd'))).toThrow(/Only supervisors and admins/u);
    expect(() => many(cd, to('ef'), { threadIds: [second!] })).toThrow(/give threads to others/u);
    expect(many(cd, to('cd'), { threadIds: [first!, second!, third!] })).toMatchObject({
      changed: 2,
      left: [{ why: 'not-yours', count: 1 }],
    });
    expect(() => assign(cd, { threadId: first!, revision: 1, to: 'cd' as AgentId })).toThrow(
      /has this thread/u,
    );
  });

  it('gives nothing to who is off duty or has left', () => {
    const desk = deskWith(1);
    person(desk, 'gh', { duty: 'off' });
    person(desk, 'ij', { left_at: start });
    expect(() => previewOf(desk, everything, to('gh'))).toThrow(/off duty/u);
    expect(() => many(desk, to('gh'))).toThrow(/off duty/u);
    expect(() => many(desk, to('ij'))).toThrow(/has left the team/u);
  });

  it('gives nothing back to who went off duty since: it goes to the queue', () => {
    const desk = deskWith(2);
    many(desk, to('ef'));
    many(desk, to('cd'));
    person(desk, 'ef', { duty: 'off' });
    expect(undo(desk).note).toMatch(/2 went back to their queue/u);
    expect(owners(desk)).toEqual([null, null]);
  });

  it('does not take from a colleague what was nobody’s on screen', () => {
    const desk = deskWith(1);
    const [id] = ids(desk);
    assign(desk.as('cd'), { threadId: id!, revision: 1, to: 'cd' as AgentId });
    expect(() => assign(desk, { threadId: id!, revision: 1, to: 'ef' as AgentId, from: null })).toThrow(
      /Carl Dunn has it by now/u,
    );
  });
});

describe('a preview', () => {
  it('tells loads with caps, what is missing, and what would not change', () => {
    const desk = deskWith(6);
    person(desk, 'cd', { load_cap: 4, languages: '["en"]', skills: '[]' });
    operate(desk, { op: 'test.queue', by: 'test', input: {} }, (tx) => {
      putQueue(tx, {
        id: 'bills',
        name: 'Bills',
        position: 1,
        rules: '[]',
        assignment: 'off',
        skill: 'billing',
        is_language: 0,
        is_sticky: 0,
        return_after_ms: null,
        removed_at: null,
      });
      return { value: null };
    });
    const [first, second, third] = ids(desk);
    many(desk, { do: 'queue', queueId: 'bills' as never }, { threadIds: [first!, second!] });
    many(desk, to('cd'), { threadIds: [third!] });
    many(desk, to('ef'), { threadIds: [first!] });
    const preview = previewOf(desk, everything, to('cd'));
    expect(preview).toMatchObject({ total: 6, changes: 5, same: 1, left: [] });
    expect(preview.loads).toEqual([
      { agentId: 'cd', before: 1, after: 6, cap: 4 },
      { agentId: 'ef', before: 1, after: 0, cap: null },
    ]);
    expect(preview.receiver).toMatchObject({
      over: 2,
      skills: [{ skill: 'billing', count: 2 }],
      languages: [{ language: 'pl', count: 2 }],
    });
  });
});

describe('the board', () => {
  it('counts as the threads are', () => {
    const desk = deskWith(5);
    many(desk, to('cd'), { threadIds: ids(desk).slice(0, 2) });
    const { people, queues } = teamBoard(desk);
    expect(people.find(({ agentId }) => agentId === 'cd')).toMatchObject({ load: 2, waiting: 2 });
    expect(queues.reduce((sum, { open }) => sum + open, 0)).toBe(5);
    expect(queues.reduce((sum, { unassigned }) => sum + unassigned, 0)).toBe(3);
    expect(() => teamBoard(desk.as('cd'))).toThrow(/Only/u);
  });
});
