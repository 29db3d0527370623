import type { CommandId } from '../../shared/commands.ts';
import type { peopleCommands } from '../../shared/commands/people.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Duty } from '../../shared/model.ts';
import { whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { colleaguesOf, successorsAmong } from '../people/colleagues.ts';
import { dutyWords, isInHand, keptWords } from '../people/words.ts';
import { get, set } from '../store/desk.ts';
import { leaveDrafts } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { plural } from '../ui/number.ts';

const setDuty = async (duty: Duty): Promise<void> => {
  await attempt(async () => {
    const { batons } = await call('duty.set', { duty });
    const relieved = batons === 0 ? '' : ` You hold the baton of ${plural(batons, 'account')} now.`;
    notify(`You are ${dutyWords[duty]}.${relieved}`);
  });
};

/** With empty hands one simply goes; else the sheet asks who takes what. */
const goOff = async (): Promise<void> => {
  await attempt(async () => {
    const sheet = await call('duty.sheet', {});
    if (isInHand(sheet)) return openHandOver(get().me.id);
    await call('duty.set', { duty: 'off' });
    notify(`You are off duty.${keptWords(sheet.batons.length)}`);
  });
};

export const openHandOver = (agentId: AgentId): void => set({ overlay: 'handOver', handOverOf: agentId });

const takeBatons = async (): Promise<void> => {
  await attempt(async () => {
    const { accounts, me } = get();
    const others = accounts.filter(({ account }) => account.batonId !== me.id);
    for (const { account } of others) await call('baton.take', { accountId: account.id });
    notify(`You hold the baton for ${others.map(({ account }) => `@${account.handle}`).join(', ')}.`);
  });
};

/** What is being typed stays with who typed it: it is on disk before another person sits down. */
export const switchTo = async (agentId: AgentId): Promise<void> => {
  leaveDrafts();
  set({ overlay: null });
  await attempt(() => call('agent.switch', { agentId }));
};

type PeopleCommand = keyof typeof peopleCommands;

export const peopleRun: Record<PeopleCommand, () => void | Promise<void>> = {
  'duty.on': () => setDuty('on'),
  'duty.away': () => setDuty('away'),
  'duty.off': goOff,
  'baton.pass': () => set({ overlay: 'baton' }),
  'baton.take': takeBatons,
  'roster.open': () => set({ overlay: 'settings', settingsSection: 'people' }),
  'agent.switch': () => set({ overlay: 'switch' }),
  'window.new': async () => void (await attempt(() => call('window.new', {}))),
};

const already =
  (duty: Duty) =>
  ({ me }: Desk): string | null =>
    me.duty === duty ? `You are ${dutyWords[duty]}.` : null;

export const peopleRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'duty.on': already('on'),
  'duty.away': already('away'),
  'duty.off': already('off'),
  'baton.pass': (desk) => {
    if (!iMay(desk, 'thread.work')) return `Only ${whoMay('thread.work')} may do this.`;
    const mine = desk.accounts.some(({ account }) => account.batonId === desk.me.id);
    if (!mine && !iMay(desk, 'thread.assign')) return 'You do not hold a baton to pass.';
    return successorsAmong(desk, null).length > 0 ? null : 'Nobody is on duty to take it.';
  },
  'baton.take': (desk) => {
    if (!iMay(desk, 'thread.work')) return `Only ${whoMay('thread.work')} may do this.`;
    if (desk.me.duty !== 'on') return 'Go on duty first.';
    const isAllMine = desk.accounts.every(({ account }) => account.batonId === desk.me.id);
    return isAllMine ? 'Every baton is yours.' : null;
  },
  'account.connect': (desk) =>
    iMay(desk, 'account.manage') ? null : `Only ${whoMay('account.manage')} may connect accounts.`,
  'agent.switch': (desk) => (colleaguesOf(desk).length > 0 ? null : 'Nobody else is on the roster.'),
};
