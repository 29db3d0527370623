import { memo } from 'react';
import type { Schedule } from '../../shared/model.ts';
import { focusSchedule } from '../commands/schedules.ts';
import { MailRow } from '../outbox/mail-row.tsx';
import { initialsOf } from '../people/colleagues.ts';
import { aheadWords } from '../snooze/moment-words.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { clockTime } from '../ui/time.ts';
import { scheduleWords } from './words.ts';

const buttons = [
  ['schedule.approve', 'Approve'],
  ['schedule.refuse', 'Refuse…'],
  ['schedule.sendNow', 'Send now'],
  ['schedule.takeOver', 'Send from this machine'],
  ['schedule.edit', 'Edit…'],
  ['schedule.cancel', 'Take back'],
] as const;

export const ScheduleRow = memo(({ one, isFirst }: { one: Schedule; isFirst: boolean }) => {
  const isOpen = useDesk(({ thread }) => one.threadId !== null && thread?.id === one.threadId);
  const brand = useDesk(
    ({ accounts }) => accounts.find(({ account }) => account.id === one.accountId)?.account.handle ?? '',
  );
  const author = useDesk((desk) => initialsOf(desk, one.by));
  const agents = useDesk((desk) => desk.agents);
  const machine = useDesk((desk) => desk.machine);
  const isStopped = useDesk(({ settings }) => settings.schedules.stopped !== null);
  const ahead = useClock((now) => (one.at <= now ? 'due' : aheadWords(one.at, now)));
  const { tone, words } = scheduleWords(one, agents, { machine, isStopped });
  const facts = [
    one.kind === 'dm' ? 'Direct message' : null,
    one.toHandle === null ? null : `as @${brand}`,
    `by ${author ?? '?'}`,
  ];
  return (
    <MailRow
      id={one.id}
      region="scheduled"
      isFirst={isFirst}
      isOpen={isOpen}
      to={one.toHandle === null ? `Post as @${brand}` : <Name>{`@${one.toHandle}`}</Name>}
      about={facts.filter((fact) => fact !== null).join(' · ')}
      when={
        <time dateTime={new Date(one.at).toISOString()}>
          {clockTime(one.at)} · {ahead}
        </time>
      }
      text={one.text}
      tone={tone}
      state={words}
      buttons={buttons}
      open="scheduled.open"
      onFocus={() => focusSchedule(one.id)}
    />
  );
});
