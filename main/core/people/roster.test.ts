import { expect, it } from 'vitest';
import { makeDesk } from '../testing/desk.ts';
import { agentOf, as, joins, person, work } from '../testing/people.ts';
import { undo } from '../undo.ts';
import { takeBaton } from './baton.ts';
import { setDuty } from './duty.ts';
import { introduce, removeFromRoster, saveOnRoster } from './roster.ts';

it('adds somebody, off duty until they come, and takes it back', () => {
  const desk = makeDesk();
  const eve = saveOnRoster(desk, { person: person({ languages: ['PL', 'pl'], loadCap: 12 }) });
  expect(eve).toMatchObject({ name: 'Eve Frost', duty: 'off', languages: ['pl'], loadCap: 12, leftAt: null });
  undo(desk);
  expect(agentOf(desk, eve.id)?.left_at).not.toBeNull();
  // The same person again is the same row.
  expect(saveOnRoster(desk, { person: person() }).id).toBe(eve.id);
});

it('lets nobody sign as somebody else, whether they are here or have left', () => {
  const desk = makeDesk();
  expect(() => saveOnRoster(desk, { person: person({ initials: 'CD' }) })).toThrow(
    'Carl Dunn already signs as ^CD',
  );
  removeFromRoster(desk, 'cd');
  expect(() => saveOnRoster(desk, { person: person({ initials: 'CD' }) })).toThrow(
    'who has left, signed as ^CD',
  );
  expect(() => introduce(desk, { name: 'Ada', initials: 'CD' })).toThrow(/signed as \^CD/);
});

it('takes a change back, name and all, and keeps names out of the log', () => {
  const desk = makeDesk();
  saveOnRoster(desk, {
    id: as('cd'),
    person: person({ name: 'Carla Dunnock', initials: 'CX', role: 'supervisor' }),
  });
  expect(agentOf(desk, 'cd')).toMatchObject({ name: 'Carla Dunnock', initials: 'CX', role: 'supervisor' });
  undo(desk);
  expect(agentOf(desk, 'cd')).toMatchObject({ name: 'Carl Dunn', initials: 'CD', role: 'agent' });
  const log = JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'));
  expect(log).not.toMatch(/Dunn|Carl/);
});

it('always keeps an admin, and lets only admins make one', () => {
  const desk = makeDesk();
  joins(desk, 'su', { role: 'supervisor' });
  const admin = person({ name: 'Ada Brook', initials: 'AB', role: 'agent' });
  expect(() => saveOnRoster(desk, { id: as('ab'), person: admin })).toThrow('the last admin');
  expect(() => saveOnRoster(desk.as('su'), { id: as('ab'), person: admin })).toThrow('Only admins');
  expect(() => saveOnRoster(desk.as('su'), { id: as('su'), person: person({ role: 'admin' }) })).toThrow(
    'Only admins',
  );
  expect(() => removeFromRoster(desk.as('su'), 'ab')).toThrow('Only admins');
  saveOnRoster(desk, { id: as('cd'), person: person({ name: 'Carl Dunn', initials: 'CD', role: 'admin' }) });
  expect(saveOnRoster(desk, { id: as('ab'), person: admin }).role).toBe('agent');
  expect(() => undo(desk)).not.toThrow();
});

it('is kept by supervisors and admins alone', () => {
  const desk = makeDesk();
  joins(desk, 're', { role: 'reviewer' });
  for (const who of ['cd', 're']) {
    expect(() => saveOnRoster(desk.as(who), { person: person() })).toThrow('Only supervisors and admins');
    expect(() => removeFromRoster(desk.as(who), 'cd')).toThrow('Only supervisors and admins');
  }
});

it('removes nobody with something in hand, nor oneself, and brings them back', () => {
  const desk = makeDesk();
  const [thread] = work(desk, 'cd', 1);
  takeBaton(desk.as('cd'), { accountId: desk.account.id as never });
  expect(() => removeFromRoster(desk, 'cd')).toThrow('1 open thread and the baton for @hallammobile');
  expect(() => removeFromRoster(desk, 'ab')).toThrow('Nobody takes themselves off');
  expect(thread).toBeDefined();
  joins(desk, 'ef');
  removeFromRoster(desk, 'ef');
  expect(agentOf(desk, 'ef')).toMatchObject({ duty: 'off', left_at: desk.now() });
  expect(() => setDuty(desk.as('ef'), { duty: 'on' })).toThrow('has left');
  undo(desk);
  expect(agentOf(desk, 'ef')).toMatchObject({ duty: 'on', left_at: null });
});
