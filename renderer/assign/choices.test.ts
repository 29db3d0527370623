import { expect, it } from 'vitest';
import type { Candidate } from '../../shared/api/team.ts';
import type { AgentId } from '../../shared/ids.ts';
import { agent, card } from '../testing/cards.ts';
import { choicesFor } from './choices.ts';

const id = (name: string): AgentId => name as AgentId;
const people = new Map(
  [
    agent({ id: id('full'), name: 'Fay Full', initials: 'FF', loadCap: 2 }),
    agent({ id: id('away'), name: 'Abe Away', initials: 'AA', duty: 'away' }),
    agent({ id: id('off'), name: 'Olga Off', initials: 'OO', duty: 'off' }),
    agent({ id: id('left'), name: 'Lea Left', initials: 'LL', leftAt: 5 }),
    agent({ id: id('knows'), name: 'Kim Knows', initials: 'KK' }),
    agent({ id: id('free'), name: 'Finn Free', initials: 'FR' }),
  ].map((one) => [one.id, one]),
);
const about = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  agentId: id(name),
  load: 0,
  hasSkill: null,
  speaks: null,
  hadCustomerAt: null,
  ...more,
});
const candidates = [about('full', { load: 2 }), about('knows', { load: 9, hadCustomerAt: 1 }), about('free')];
const names = (query = '', of = card('maya')): string[] =>
  choicesFor(query, people, candidates, of).map(({ name }) => name);

it('offers who is on duty, has room and had the customer first; who is off duty last, who left not at all', () => {
  expect(names()).toEqual([
    'Kim Knows',
    'Finn Free',
    'Fay Full',
    'Abe Away',
    'Olga Off',
    'Nobody (back to its queue)',
  ]);
});

it('finds people by how their names begin and by initials', () => {
  expect(names('kk')).toEqual(['Kim Knows']);
  expect(names('fr')).toEqual(['Finn Free']);
  expect(names('f f')).toEqual(['Finn Free', 'Fay Full']);
  expect(names('nob')).toEqual(['Nobody (back to its queue)']);
});

it('says why somebody can’t have it', () => {
  const why = (name: string) =>
    choicesFor('', people, candidates, card('maya', { assigneeId: id('free') })).find(
      ({ agentId }) => agentId === id(name),
    )?.why;
  expect(why('off')).toBe('off duty');
  expect(why('free')).toBe('has it');
  expect(why('away')).toBeNull();
});
