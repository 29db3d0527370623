import type { Action } from '../../shared/action.ts';
import type { Left, Obstacle } from '../../shared/api/bulk.ts';
import { priorityNames } from '../../shared/model.ts';
import { wakeWords } from '../snooze/moment-words.ts';
import type { Desk } from '../store/state.ts';

type Lists = Pick<Desk, 'agents' | 'queues' | 'tags' | 'me'>;

/** What was done, for the status line: "Assigned to JB". */
export const didWords = (desk: Lists, action: Action): string => {
  switch (action.do) {
    case 'assign':
      if (action.to === null) return 'Given back to the queue';
      return action.to === desk.me.id ? 'Claimed' : `Assigned to ${initials(desk, action.to)}`;
    case 'queue':
      return `Moved to ${queue(desk, action.queueId)}`;
    case 'priority':
      return `Priority ${priorityNames[action.priority]}`;
    case 'tag':
      return tagged(desk, action);
    case 'snooze':
      return action.until === null
        ? 'Snoozed until they answer'
        : `Snoozed until ${wakeWords(action.until, Date.now())}`;
    case 'wake':
      return 'Woken';
    case 'resolve':
      return 'Resolved';
    case 'no-action':
      return 'No action';
    case 'unread':
      return 'Marked unread';
  }
};

/** What would be done, as a question's verb: "Assign to Jo Bell". */
export const doWords = (desk: Lists, action: Action): string => {
  switch (action.do) {
    case 'assign':
      return action.to === null ? 'Give back to the queue' : `Assign to ${name(desk, action.to)}`;
    case 'queue':
      return `Move to ${queue(desk, action.queueId)}`;
    case 'priority':
      return `Set priority ${priorityNames[action.priority]}`;
    case 'tag':
      return action.add.length > 0 ? 'Tag' : 'Take tags off';
    case 'snooze':
      return action.until === null
        ? 'Snooze until they answer'
        : `Snooze until ${wakeWords(action.until, Date.now())}`;
    case 'wake':
      return 'Wake';
    case 'resolve':
      return 'Resolve';
    case 'no-action':
      return 'Mark as no action';
    case 'unread':
      return 'Mark unread';
  }
};

const whys: Record<Obstacle, string> = {
  closed: 'closed',
  sending: 'with an answer on its way',
  'not-yours': 'somebody else’s',
  gone: 'no longer here',
  elsewhere: 'on the phone or with an expert',
};

/** ` 3 left as they are: 2 closed, 1 somebody else’s.` Empty when there is nothing to say. */
export const leftWords = (left: Left): string => {
  const all = left.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return '';
  return ` ${all} left as ${all === 1 ? 'it is' : 'they are'}: ${left.map(obstacleWords).join(', ')}.`;
};

export const obstacleWords = ({ why, count }: Left[number]): string =>
  `${count.toLocaleString('en')} ${whys[why]}`;

const initials = ({ agents }: Lists, id: string): string => agents.get(id as never)?.initials ?? 'somebody';
const name = ({ agents }: Lists, id: string): string => agents.get(id as never)?.name ?? 'somebody';
const queue = ({ queues }: Lists, id: string | null): string =>
  id === null ? 'no queue' : (queues.find((one) => one.id === id)?.name ?? 'a queue');

const tagged = ({ tags }: Lists, { add, remove }: Extract<Action, { do: 'tag' }>): string => {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => `#${tags.find((tag) => tag.id === id)?.name ?? 'tag'}`).join(' ');
  const parts = [
    add.length > 0 && `Tagged ${names(add)}`,
    remove.length > 0 && `${add.length > 0 ? 'took' : 'Took'} off ${names(remove)}`,
  ];
  return parts.filter(Boolean).join(', ') || 'Tags';
};

const names: Record<Action['do'], string> = {
  assign: 'Assignment',
  queue: 'Move to a queue',
  priority: 'Priority',
  tag: 'Tags',
  snooze: 'Snooze',
  wake: 'Waking',
  resolve: 'Resolve',
  'no-action': 'No action',
  unread: 'Mark unread',
};

/** What an undone operation was, by its name in the log; undefined for those that are not of this kind. */
export const undoneWords = (op: string): string | undefined => {
  if (op === 'thread.assign') return names.assign;
  if (!op.startsWith('bulk.')) return undefined;
  const name = Object.entries(names).find(([what]) => op === `bulk.${what}`)?.[1];
  return name && `${name} of many threads`;
};
