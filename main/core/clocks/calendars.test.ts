import { expect, it } from 'vitest';
import type { CalendarId, PolicyId } from '../../../shared/ids.ts';
import { arrive, makeDesk, onlyThread, post, start } from '../testing/desk.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { importHolidays, removeCalendar, saveCalendar } from './calendars.ts';
import { explained } from './explained.ts';
import { orderPolicies, removePolicy, savePolicy } from './policies.ts';
import { recountClocks } from './recount.ts';
import { allCalendars, allPolicies } from './rows.ts';
import { all, draft, giveCalendar, givePolicy, office } from './testing/policy.ts';

const ics = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', `UID:${lines.join()}`, ...lines, 'END:VEVENT'].join('\r\n');

it('reads holidays: single days, several days, and what repeats every year', async () => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office', {
    ...office,
    holidays: [{ date: '2026-12-24', name: 'Eve' }],
  });
  const text = ics(
    event('DTSTART;VALUE=DATE:20191225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas Day'),
    event('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:Stocktaking\\, closed'),
    event('DTSTART;VALUE=DATE:20200229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Leap day'),
    event('DTSTART:20261111T110000Z', 'SUMMARY:Two minutes'),
    event('DTSTART;VALUE=DATE:20261112', 'STATUS:CANCELLED', 'SUMMARY:Called off'),
    event('DTSTART;VALUE=DATE:20100101', 'SUMMARY:Long ago'),
  );
  const read = await importHolidays(desk, { calendarId, ics: text });
  expect(read).toMatchObject({ added: 7, from: 2026, to: 2028 });
  expect(allCalendars(desk.db)[0]?.holidays).toEqual([
    { date: '2026-12-24', name: 'Eve' },
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-12-30', name: 'Stocktaking, closed' },
    { date: '2026-12-31', name: 'Stocktaking, closed' },
    { date: '2027-01-01', name: 'Stocktaking, closed' },
    { date: '2027-12-25', name: 'Christmas Day' },
    { date: '2028-02-29', name: 'Leap day' },
    { date: '2028-12-25', name: 'Christmas Day' },
  ]);
  expect((await importHolidays(desk, { calendarId, ics: text })).added).toBe(0);
});

it.each([
  ['no calendar', 'hello'],
  ['empty', ''],
  ['cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:2026'],
  ['nothing of use', ics(event('DTSTART:20261111T110000Z', 'SUMMARY:Meeting'))],
  [
    'would never end',
    ics(event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'SUMMARY:X')),
  ],
])('refuses a bad file in words and changes nothing: %s', async (_, text) => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office');
  const before = allCalendars(desk.db);
  await expect(importHolidays(desk, { calendarId, ics: text })).rejects.toThrow(/othing was changed/u);
  expect(allCalendars(desk.db)).toEqual(before);
});

it('keeps a calendar that a policy counts by', () => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office');
  const id = givePolicy(desk, 'p', { calendarId });
  expect(() => removeCalendar(desk, { id: calendarId, revision: 1 })).toThrow(
    '“Everyone” counts by this calendar',
  );
  removePolicy(desk, { id, revision: 1 });
  removeCalendar(desk, { id: calendarId, revision: 1 });
  expect(allCalendars(desk.db)).toEqual([]);
  undo(desk);
  undo(desk);
  expect([allCalendars(desk.db).length, allPolicies(desk.db).length]).toEqual([1, 1]);
});

it('saves, orders and takes back policies, and counts what is open again', () => {
  const desk = makeDesk();
  givePolicy(desk, 'old');
  arrive(desk, [post('10', { createdAt: start })]);
  const id = 'new' as PolicyId;
  savePolicy(desk, {
    id,
    revision: null,
    policy: draft({ name: 'Strict', targets: { first: all(5), next: all(5), resolution: all(null) } }),
  });
  recountClocks.run(desk);
  const policyOf = () => getThread(desk.db, onlyThread(desk)).policy_id;
  expect(policyOf()).toBe('new');
  orderPolicies(desk, { ids: ['old', 'new'] as PolicyId[] });
  recountClocks.run(desk);
  expect(policyOf()).toBe('old');
  undo(desk);
  undo(desk);
  recountClocks.run(desk);
  expect(allPolicies(desk.db).map((one) => one.id)).toEqual(['old']);
  expect(policyOf()).toBe('old');
});

it('takes back a calendar’s hours, then what was done to its policy before', () => {
  const desk = makeDesk();
  const calendarId = 'c' as CalendarId;
  saveCalendar(desk, { id: calendarId, revision: null, calendar: office });
  const id = givePolicy(desk, 'p');
  savePolicy(desk, { id, revision: 1, policy: draft({ calendarId }) });
  saveCalendar(desk, { id: calendarId, revision: 1, calendar: { ...office, zone: 'Asia/Kolkata' } });
  undo(desk);
  expect(allCalendars(desk.db)[0]?.zone).toBe('Europe/London');
  undo(desk);
  expect(allPolicies(desk.db)[0]?.calendarId).toBeNull();
  undo(desk);
  expect(allCalendars(desk.db)).toEqual([]);
});

it('lets only who may manage policies do so', () => {
  const desk = makeDesk();
  const id = givePolicy(desk, 'p');
  expect(() => removePolicy(desk.as('cd'), { id, revision: 1 })).toThrow('Only supervisors and admins');
  expect(() => savePolicy(desk, { id, revision: 7, policy: draft() })).toThrow('meanwhile');
});

it('explains a deadline', () => {
  const desk = makeDesk();
  const calendarId = giveCalendar(desk, 'office');
  givePolicy(desk, 'p', { calendarId, targets: { first: all(30), next: all(30), resolution: all(null) } });
  arrive(desk, [post('10', { createdAt: Date.parse('2026-11-20T16:45:00Z') })]);
  expect(explained(desk, onlyThread(desk), 'UTC')).toMatchObject({
    policy: { name: 'Everyone' },
    calendar: { name: 'Office' },
    still: null,
    clocks: [{ clock: 'first', pieces: ['started 16:45 Friday', 'closed 17:00–09:00', 'due Monday 09:15'] }],
    breaches: [],
  });
});
