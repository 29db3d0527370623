import type { Settings } from '../../../shared/settings.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { approve, refuse, takeOver } from './decide.ts';
import { sendNow } from './leave.ts';
import { setCap, stopAll } from './rules.ts';
import { addSchedule, cancelSchedule, changeSchedule } from './write.ts';

type ScheduleRequest =
  | 'schedule.add'
  | 'schedule.change'
  | 'schedule.approve'
  | 'schedule.refuse'
  | 'schedule.cancel'
  | 'schedule.sendNow'
  | 'schedule.takeOver'
  | 'schedule.stop'
  | 'schedule.cap';

export const scheduleHandlers = (
  desk: Desk,
  { emit, hurry }: Pick<Surroundings, 'emit' | 'hurry'>,
): Pick<Handlers, ScheduleRequest> => {
  const told = (settings: Settings): Settings => {
    emit('settings.changed', settings);
    return settings;
  };
  return {
    'schedule.add': (input) => addSchedule(desk, input),
    'schedule.change': (input) => changeSchedule(desk, input),
    'schedule.approve': (input) => approve(desk, input),
    'schedule.refuse': (input) => refuse(desk, input),
    'schedule.cancel': (input) => cancelSchedule(desk, input),
    'schedule.sendNow': (input) => {
      const change = sendNow(desk, input);
      hurry(null, 'send');
      return change;
    },
    'schedule.takeOver': (input) => takeOver(desk, input),
    'schedule.stop': ({ isStopped }) => told(stopAll(desk, isStopped)),
    'schedule.cap': ({ perDay }) => told(setCap(desk, perDay)),
  };
};
