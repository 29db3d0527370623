import { beforeEach, expect, it } from 'vitest';
import type { AgentId, QueueId, TagId } from '../../shared/ids.ts';
import type { Happening, Moment } from '../../shared/replay/story.ts';
import { blank, set } from '../store/desk.ts';
import { agent } from '../testing/cards.ts';
import { delayWords, momentWords } from './words.ts';

const at = new Date(2026, 2, 4, 14, 3, 20).getTime();
const hour = 3_600_000;

const said = (by: string, ...did: Happening[]): string =>
  momentWords({ at, seq: 1, by, isUndo: false, did, set: {} } satisfies Moment);

beforeEach(() => {
  const people = ['ab', 'cd'].map((id) => agent({ id: id as AgentId, initials: id.toUpperCase() }));
  set({
    ...blank(),
    agents: new Map(people.map((one) => [one.id, one])),
    tags: [{ id: 't' as TagId, name: 'billing', colour: 'red', revision: 1 }],
  });
});

const ab = 'ab' as AgentId;

it('says who did what, and who only had it done to them', () => {
  expect(said('ab', { did: 'assigned', from: null, to: ab })).toBe('Claimed by AB');
  expect(said('cd', { did: 'assigned', from: null, to: ab })).toBe('Given to AB by CD');
  expect(said('desk', { did: 'assigned', from: null, to: ab })).toBe('Given to AB by its queue');
  expect(said('cd', { did: 'assigned', from: ab, to: null })).toBe('Given back by CD');
  expect(said('ab', { did: 'tagged', added: ['t' as TagId], removed: [] })).toBe('Tagged #billing by AB');
  expect(said('ab', { did: 'moved', from: null, to: 'gone' as QueueId })).toBe(
    'Moved to another queue by AB',
  );
  expect(said('zz', { did: 'read' })).toBe('Read by somebody');
});

it('leaves out what goes without saying beside it', () => {
  const open: Happening = { did: 'status', from: 'new', to: 'open', reason: null };
  expect(said('ab', open, { did: 'assigned', from: null, to: ab })).toBe('Claimed by AB');
  expect(said('ab', open)).toBe('Open');
  expect(said('ab', { did: 'status', from: 'resolved', to: 'open', reason: null })).toBe('Open by AB');
  expect(said('ab', { did: 'status', from: 'open', to: 'resolved', reason: 'solved' })).toBe(
    'Resolved by AB: solved, the customer says so',
  );
});

it('says of what was taken back what it was', () => {
  const moment: Moment = {
    at,
    seq: 2,
    by: 'ab',
    isUndo: true,
    did: [{ did: 'priority', from: 1, to: 2 }],
    set: {},
  };
  expect(momentWords(moment)).toBe('Taken back by AB: priority normal');
});

it('says how long the customer waited, for what, and who had the thread', () => {
  const delay = { clock: 'first' as const, dueAt: at + hour, from: at, index: 0 };
  expect(delayWords({ ...delay, until: at + 27 * hour, assigneeId: null })).toBe(
    'Waited 1 d 3 h for a first answer, unassigned. It was due at 15:03.',
  );
  expect(delayWords({ ...delay, until: null, assigneeId: ab })).toBe(
    'Waits since 14:03 for a first answer, with AB. It was due at 15:03.',
  );
});
