import type { CommandId } from '../../shared/commands.ts';
import type { scheduleCommands } from '../../shared/commands/schedules.ts';
import type { Schedule } from '../../shared/model.ts';
import { whoMay, type Right } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { seenIn } from '../scheduled/seen.ts';
import { get, set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { changeMail } from '../store/outbox.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { closeThread, openThread } from '../store/thread.ts';
import { goTo } from './desks.ts';

export const scheduleInFocus = ({
  mail,
  schedules,
}: Pick<Desk, 'mail' | 'schedules'>): Schedule | undefined =>
  schedules.find(({ id }) => id === mail.scheduled);

export const focusSchedule = (id: Schedule['id']): void => {
  if (get().mail.scheduled !== id) changeMail(() => ({ scheduled: id }));
};

const move = (step: 1 | -1): void => {
  const { schedules, mail } = get();
  const at = schedules.findIndex(({ id }) => id === mail.scheduled);
  const next = schedules[at < 0 ? 0 : at + step];
  if (next) focusSchedule(next.id);
};

const show = (): void => {
  goTo('scheduled');
  set({ region: 'scheduled' });
  if (!scheduleInFocus(get())) move(1);
};

const open = async (): Promise<void> => {
  const one = scheduleInFocus(get());
  if (!one || one.threadId === null) return;
  set({ wantsFocus: 'pane' });
  await openThread(one.threadId);
};

const ask = (about: Schedule['id'] | null, from: Desk['mail']['from'] = null): void => {
  changeMail(() => ({ about, from }));
  set({ overlay: 'schedule' });
};

const on =
  (said: string, run: (one: { id: Schedule['id']; revision: number }, it: Schedule) => Promise<unknown>) =>
  async (): Promise<void> => {
    const it = scheduleInFocus(get());
    if (!it) return;
    if (await attempt(() => run({ id: it.id, revision: it.revision }, it))) notify(said);
  };

const stop = async (isStopped: boolean): Promise<void> => {
  await attempt(() => call('schedule.stop', { isStopped }));
};

export const scheduleRun: Record<keyof typeof scheduleCommands, () => void | Promise<void>> = {
  'desk.scheduled': show,
  'composer.later': () => ask(null, get().thread?.id ?? null),
  'schedule.new': () => ask(null),
  'scheduled.down': () => move(1),
  'scheduled.up': () => move(-1),
  'scheduled.open': open,
  'schedule.approve': on('Approved. It leaves at its time.', (one, it) =>
    call('schedule.approve', { ...one, ...seenIn(get(), it.threadId) }),
  ),
  'schedule.refuse': () => set({ overlay: 'schedule-refuse' }),
  'schedule.edit': () => ask(get().mail.scheduled),
  'schedule.cancel': on('Taken back.', (one) => call('schedule.cancel', one)),
  'schedule.sendNow': on('Handed to the outbox.', (one) => call('schedule.sendNow', one)),
  'schedule.takeOver': on('This machine sends it.', (one) => call('schedule.takeOver', one)),
  'schedule.stopAll': () => stop(true),
  'schedule.goOn': () => stop(false),
  'scheduled.back': closeThread,
};

type Rule = (desk: Desk) => string | null;

const mayDo = (desk: Desk, right: Right): string | null =>
  iMay(desk, right) ? null : `Only ${whoMay(right)} may do this.`;

const onOne =
  (right: Right, more: (one: Schedule, desk: Desk) => string | null = () => null): Rule =>
  (desk) => {
    const one = scheduleInFocus(desk);
    return one ? (mayDo(desk, right) ?? more(one, desk)) : 'No scheduled message is in focus.';
  };

const decides = (one: Schedule, { me }: Desk): string | null =>
  one.by === me.id ? 'Somebody else has to read it: who wrote a message does not decide on it.' : null;
const here: Rule = ({ desk }) => (desk === 'scheduled' ? null : '');

export const scheduleRules = {
  'desk.scheduled': ({ desk }) => (desk === 'scheduled' ? 'You are at Scheduled.' : null),
  'composer.later': (desk) => {
    if (!desk.thread) return 'Open a thread first.';
    const written = desk.composing[desk.thread.id];
    if (!written || written.texts[written.kind].trim() === '') return 'Write what is to leave first.';
    return mayDo(desk, 'schedule.write');
  },
  'schedule.new': (desk) => mayDo(desk, 'schedule.write'),
  'scheduled.down': here,
  'scheduled.up': here,
  'scheduled.open': (desk) => {
    const one = scheduleInFocus(desk);
    if (!one) return 'No scheduled message is in focus.';
    return one.threadId === null ? 'This post is said to nobody: it has no thread.' : null;
  },
  'schedule.approve': onOne('schedule.approve', (one, desk) =>
    one.state === 'approved' ? 'It is approved already.' : decides(one, desk),
  ),
  'schedule.refuse': onOne('schedule.approve', (one, desk) =>
    one.state === 'refused' ? 'It is refused already.' : decides(one, desk),
  ),
  'schedule.edit': onOne('schedule.write'),
  'schedule.cancel': onOne('schedule.write'),
  'schedule.sendNow': onOne('schedule.write', (one) =>
    one.state === 'approved' ? null : 'A second person has to approve it first.',
  ),
  'schedule.takeOver': onOne('schedule.write', (one, { machine }) =>
    one.machine === machine ? 'This machine sends it already.' : null,
  ),
  'schedule.stopAll': (desk) => {
    if (desk.settings.schedules.stopped !== null) return 'Everything scheduled is stopped already.';
    return mayDo(desk, 'schedule.write');
  },
  'schedule.goOn': (desk) =>
    desk.settings.schedules.stopped === null ? 'Nothing is stopped.' : mayDo(desk, 'schedule.approve'),
  'scheduled.back': ({ thread }) => (thread ? null : ''),
} satisfies Partial<Record<CommandId, Rule>>;
