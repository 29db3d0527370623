import type { Input } from '../../shared/api.ts';
import type { Card } from '../../shared/model.ts';
import type { Desk } from '../desk.ts';
import { expect } from '../fixtures.ts';
import { handles } from './history.ts';

export type Team = {
  jo: string;
  sam: string;
  carla: string;
  /** The thread of a customer, as it stands. */
  thread(handle: string): Promise<Card>;
};

const hour = 3_600_000;

/** People, queues, tags, columns and a morning's work: a desk as a team leaves it at noon. */
export const settleIn = async (desk: Desk): Promise<Team> => {
  await desk.fetchNow();
  await expect.poll(async () => (await openCards(desk)).length, { timeout: 60_000 }).toBe(handles.length);
  const thread = async (handle: string): Promise<Card> => {
    const card = (await openCards(desk)).find((each) => each.handle === handle);
    if (!card) throw new Error(`Nobody is called @${handle}.`);
    return card;
  };
  const jo = await hire(desk, { name: 'Jo Bell', initials: 'JB', role: 'agent', skills: ['masts'] });
  const sam = await hire(desk, { name: 'Sam Reyes', initials: 'SR', role: 'agent', languages: ['en', 'pl'] });
  const carla = await hire(desk, { name: 'Carla Dunn', initials: 'CD', role: 'supervisor', loadCap: 3 });
  const eve = await hire(desk, { name: 'Eve Frost', initials: 'EF', role: 'reviewer' });
  await desk.told('duty.set', { agentId: eve, duty: 'away' });
  await hire(desk, { name: 'Tom Nowak', initials: 'TN', role: 'agent', languages: ['pl'] }, 'off');
  const tags = await work(desk, thread, { jo, sam, carla });
  await columns(desk, tags);
  return { jo, sam, carla, thread };
};

const openCards = async (desk: Desk): Promise<Card[]> =>
  (await desk.told('column.page', { filter: {}, order: 'newest', after: null, limit: 50 })).cards;

type Hired = Pick<Input<'roster.save'>['person'], 'name' | 'initials' | 'role'> & {
  skills?: string[];
  languages?: string[];
  loadCap?: number;
};

const hire = async (desk: Desk, who: Hired, duty: 'on' | 'off' = 'on'): Promise<string> => {
  const person = { teams: ['Care'], skills: [], languages: ['en'], loadCap: 12, ...who };
  const { id } = await desk.told('roster.save', { person });
  await desk.told('duty.set', { agentId: id, duty });
  return id;
};

const queues: readonly (readonly [id: string, name: string, words: string[]])[] = [
  ['q-billing', 'Billing', ['bill', 'refund', 'charged']],
  ['q-network', 'Network', ['no signal', 'mast', 'zasięgu', '圏外', 'إشارة']],
  ['q-roaming', 'Roaming', ['roaming', 'Lisbon']],
];

const work = async (
  desk: Desk,
  thread: Team['thread'],
  { jo, sam, carla }: Pick<Team, 'jo' | 'sam' | 'carla'>,
): Promise<{ outage: string; refund: string }> => {
  for (const [id, name, words] of queues) {
    const rest = {
      assignment: 'off',
      skill: null,
      isLanguage: false,
      isSticky: true,
      returnAfterMs: null,
    } as const;
    await desk.told('queue.save', { id, revision: null, queue: { name, rules: [{ words }], ...rest } });
  }
  const { id: outage } = await desk.told('tag.make', { name: 'outage', colour: 'red' });
  const { id: refund } = await desk.told('tag.make', { name: 'refund', colour: 'amber' });
  const { id: vip } = await desk.told('tag.make', { name: 'on call', colour: 'violet' });
  const act = async (names: readonly string[], action: Input<'bulk.apply'>['action']): Promise<void> => {
    const threadIds = await Promise.all(names.map(async (name) => (await thread(name)).id));
    await desk.told('bulk.apply', { target: { threadIds }, action });
  };
  const tag = (add: string[]) => ({ do: 'tag' as const, add, remove: [] });
  await act(['mayaokafor', 'piotrw', 'dylanchaudhry', 'yasminhaigh', 'tomfoley'], tag([outage]));
  await act(['crabtreephil', 'long_name'], tag([refund]));
  await act(['yasminhaigh'], tag([vip]));
  await act(['yasminhaigh', 'crabtreephil'], { do: 'priority', priority: 0 });
  await act(['mayaokafor'], { do: 'priority', priority: 1 });
  await act(['leilaaziz'], { do: 'priority', priority: 3 });
  const { agent } = await desk.told('desk.open', {});
  const mine = ['mayaokafor', 'robbiebooth', 'jonasberg', 'crabtreephil', 'bethasquith', 'hughkershaw'];
  await act(mine, { do: 'assign', to: agent.id });
  await act(['dylanchaudhry', 'noor_haddad'], { do: 'assign', to: jo });
  await act(['piotrw'], { do: 'assign', to: sam });
  await act(['long_name'], { do: 'assign', to: carla });
  await act(['leilaaziz'], { do: 'resolve', reason: 'answered' });
  return { outage, refund };
};

const columns = async (desk: Desk, { outage, refund }: { outage: string; refund: string }): Promise<void> => {
  const minute = 60_000;
  const set = [
    { id: 'new', title: 'New', filter: { status: 'new' }, order: 'newest' },
    { id: 'mine', title: 'Mine', filter: { isOpen: true, assignee: 'me' }, order: 'due' },
    { id: 'due', title: 'Due in 15 min', filter: { isOpen: true, dueWithinMs: 15 * minute }, order: 'due' },
    {
      id: 'bill',
      title: 'Billing',
      filter: { isOpen: true, queue: 'q-billing' },
      order: 'due',
      density: 'compact',
    },
    { id: 'direct', title: 'Direct messages', filter: { isOpen: true, kind: 'direct' }, order: 'oldest' },
  ] as const;
  await desk.told('settings.save', {
    columns: [...set],
    phoneCountry: 'GB',
    desks: [
      {
        id: 'outage',
        name: 'Outage',
        columns: [{ ...set[2], id: 'o1', title: 'Outage', filter: { tag: outage } }],
      },
      {
        id: 'money',
        name: 'Refunds',
        columns: [{ ...set[2], id: 'm1', title: 'Refunds', filter: { tag: refund } }],
      },
    ],
  });
  await expect(desk.column('Due in 15 min')).toBeVisible();
};

/** Six promises to call, one in every state. */
export const promiseCalls = async (desk: Desk, { thread, jo }: Team): Promise<void> => {
  const { agent } = await desk.told('desk.open', {});
  const ask = async (handle: string, number: string, to: string | null, fromAt: number | null = null) => {
    const { id: threadId } = await thread(handle);
    const when = { fromAt, untilAt: fromAt === null ? null : fromAt + hour };
    const what = { lang: 'en', summary: 'Asked for a call. Wants to hear when it works again.' };
    const slip = { threadId, number, hasConsent: true as const, messageId: null, assigneeId: to };
    return (await desk.told('phone.request', { ...slip, ...when, ...what })).id;
  };
  const now = Date.now();
  await ask('mayaokafor', '0113 496 0017', agent.id);
  const agreed = await ask('crabtreephil', '0113 496 0022', null);
  await desk.told('phone.book', { id: agreed, fromAt: now + 26 * hour, untilAt: now + 27 * hour });
  const tried = await ask('bethasquith', '0113 496 0031', jo);
  const talked = await ask('hughkershaw', '0113 496 0044', jo, now + hour);
  await ask('robbiebooth', '0113 496 0058', agent.id, now + 10 * 60_000);
  const gone = await ask('jonasberg', '0113 496 0063', null);
  await desk.told('phone.abandon', { id: gone, reason: 'solved-in-writing' });
  for (const [escalationId, outcome, next] of [
    [tried, 'no-answer', { do: 'again', at: now + 20 * 60_000 }],
    [talked, 'talked', { do: 'done' }],
  ] as const) {
    const { callId } = await desk.told('call.dial', { escalationId });
    await desk.told('call.note', { callId, text: 'New SIM in the post, back by Tuesday.' });
    await desk.told('call.end', { callId, outcome, next });
  }
};
