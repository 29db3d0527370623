import { expect, it } from 'vitest';
import type { AgentId } from '../ids.ts';
import { delaysOf } from './delay.ts';
import type { Happening, Moment, Patch } from './story.ts';

const minute = 60_000;
const moment = (at: number, by: string, did: Happening, set: Patch = {}): Moment => ({
  at: at * minute,
  seq: at,
  by,
  isUndo: false,
  did: [did],
  set,
});
const breached: Happening = { did: 'breached', clock: 'first', startedAt: 0, dueAt: 60 * minute };
const note: Happening = { did: 'note', id: 'n' as never, is: 'here' };
const begun = moment(0, 'x', { did: 'began' }, { thread: { assigneeId: null } });

it('is the longest time before the deadline in which nobody acted, until somebody did', () => {
  const all = [
    begun,
    moment(5, 'ab', note),
    moment(
      10,
      'ab',
      { did: 'assigned', from: null, to: 'ab' as AgentId },
      { thread: { assigneeId: 'ab' as AgentId } },
    ),
    moment(30, 'cd', { did: 'read' }),
    moment(61, 'desk', breached),
    moment(90, 'x', { did: 'arrived', id: 'm' as never, direction: 'out', kind: 'post' }),
  ];
  expect(delaysOf(all)).toEqual([
    {
      clock: 'first',
      dueAt: 60 * minute,
      from: 10 * minute,
      until: 90 * minute,
      assigneeId: 'ab',
      index: 2,
    },
  ]);
});

it('may be before the last thing that was done', () => {
  const all = [begun, moment(55, 'ab', note), moment(61, 'desk', breached)];
  expect(delaysOf(all)).toMatchObject([{ from: 0, until: 55 * minute, assigneeId: null, index: 0 }]);
});

it('has no end while nobody has acted, and there is none where nothing was missed', () => {
  expect(delaysOf([begun, moment(61, 'desk', breached)])).toMatchObject([{ from: 0, until: null }]);
  expect(delaysOf([begun])).toEqual([]);
});
