import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { importHolidays, removeCalendar, saveCalendar } from './calendars.ts';
import { explained } from './explained.ts';
import { orderPolicies, removePolicy, savePolicy } from './policies.ts';

export const clockHandlers = (
  desk: Desk,
): Pick<
  Handlers,
  | 'policy.save'
  | 'policy.remove'
  | 'policy.order'
  | 'calendar.save'
  | 'calendar.remove'
  | 'calendar.import'
  | 'clock.explain'
> => ({
  'policy.save': (input) => savePolicy(desk, input),
  'policy.remove': (input) => removePolicy(desk, input),
  'policy.order': (input) => orderPolicies(desk, input),
  'calendar.save': (input) => saveCalendar(desk, input),
  'calendar.remove': (input) => removeCalendar(desk, input),
  'calendar.import': (input) => importHolidays(desk, input),
  'clock.explain': ({ threadId, zone }) => explained(desk, threadId, zone),
});
