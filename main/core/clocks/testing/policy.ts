import type { CalendarDraft, PolicyDraft } from '../../../../shared/api/clocks.ts';
import type { CalendarId, PolicyId } from '../../../../shared/ids.ts';
import { operate, type Desk } from '../../desk.ts';
import { putCalendar, putPolicy } from '../rows.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** The same for every priority, in minutes. */
export const all = (minutes: number | null): PolicyDraft['targets']['first'] => [
  minutes,
  minutes,
  minutes,
  minutes,
];

export const draft = (change: Partial<PolicyDraft> = {}): PolicyDraft => ({
  name: 'Everyone',
  conditions: {},
  targets: { first: all(60), next: all(30), resolution: all(10 * 60) },
  calendarId: null,
  warnPercent: 75,
  ...change,
});

/** A policy that was always there, unlike one that is saved: it judges everything. */
export const givePolicy = (
  desk: Desk,
  id: string,
  change: Partial<PolicyDraft> = {},
  position = 0,
): PolicyId => {
  const { name, conditions, targets, calendarId, warnPercent } = draft(change);
  operate(desk, { op: 'test.policy', by: 'test', input: {} }, (tx) => {
    putPolicy(tx, {
      id,
      name,
      position,
      conditions: JSON.stringify(conditions),
      targets: JSON.stringify(targets),
      calendar_id: calendarId,
      warn_percent: warnPercent,
      since_at: 0,
      removed_at: null,
    });
    return { value: null };
  });
  return id as PolicyId;
};

export const office: CalendarDraft = {
  name: 'Office',
  zone: 'Europe/London',
  week: [...Array.from({ length: 5 }, (): [number, number][] => [[540, 1020]]), [], []],
  holidays: [],
};

export const giveCalendar = (desk: Desk, id: string, calendar = office): CalendarId => {
  operate(desk, { op: 'test.calendar', by: 'test', input: {} }, (tx) => {
    const { name, zone, week, holidays } = calendar;
    const row = { id, name, zone, week: JSON.stringify(week), holidays: JSON.stringify(holidays) };
    putCalendar(tx, { ...row, removed_at: null });
    return { value: null };
  });
  return id as CalendarId;
};
