import { isOpen, priorityNames, type Ms, type Status } from '../../shared/model.ts';
import type { Delay } from '../../shared/replay/delay.ts';
import type { Happening, Moment } from '../../shared/replay/story.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { outcomeWords, stateWords } from '../phone/words.ts';
import { get } from '../store/desk.ts';
import { goneShort } from '../thread/gone-words.ts';
import { reasonWords } from '../thread/reason-words.ts';
import { plural } from '../ui/number.ts';
import { statusWords } from '../ui/status-words.ts';
import { clockTime, exactTime } from '../ui/time.ts';
import { playing } from './playing.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const full = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Wednesday, 4 March 2026, 14:03:20`: the day and the second that are shown. */
export const instantWords = (at: Ms): string => `${full.format(at)}, ${exactTime(at)}`;

/** `1 d 3 h`, `2 h 5 min`, `40 s`: how long something took, in its two greatest parts. */
export const spanWords = (ms: Ms): string => {
  const [d, h, m] = [Math.floor(ms / day), Math.floor(ms / hour) % 24, Math.floor(ms / minute) % 60];
  if (d > 0) return h > 0 ? `${d} d ${h} h` : `${d} d`;
  if (h > 0) return m > 0 ? `${h} h ${m} min` : `${h} h`;
  return m > 0 ? `${m} min` : `${Math.max(0, Math.floor(ms / 1000))} s`;
};

/** `2 days later`, `3 hours later`; null: nobody would say that time had passed. */
export const laterWords = (ms: Ms): string | null => {
  if (ms >= day) return `${plural(Math.round(ms / day), 'day')} later`;
  if (ms >= hour) return `${plural(Math.round(ms / hour), 'hour')} later`;
  return null;
};

const waitsFor = { first: 'a first answer', next: 'the next answer', resolution: 'a resolution' } as const;

/** `Waited 1 d 3 h for a first answer, unassigned. It was due at 14:30.` */
export const delayWords = ({ clock, from, until, dueAt, assigneeId }: Delay): string => {
  const whose = assigneeId === null ? 'unassigned' : `with ${nameOf(assigneeId)}`;
  const long = until === null ? `Waits since ${clockTime(from)}` : `Waited ${spanWords(until - from)}`;
  return `${long} for ${waitsFor[clock]}, ${whose}. It was due ${dueWords(dueAt, from)}.`;
};

const short = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
/** The time alone on the same day. */
const dueWords = (at: Ms, seenFrom: Ms): string =>
  new Date(at).toDateString() === new Date(seenFrom).toDateString()
    ? `at ${clockTime(at)}`
    : `on ${short.format(at)} at ${clockTime(at)}`;

/** What one change of the desk did to this thread, in one line. */
export const momentWords = (moment: Moment): string => {
  // Who took it back is said once.
  const told = moment.isUndo ? { ...moment, by: nobody } : moment;
  const did = moment.did.filter((one) => !isPlain(one, moment)).map((one) => words(one, told));
  const line = did.length === 0 ? 'Something was set' : did.join('. ');
  return moment.isUndo ? `Taken back by ${nameOf(moment.by)}: ${lower(line)}` : line;
};

/** A status that goes without saying beside what it follows from. */
const isPlain = (one: Happening, { did }: Moment): boolean =>
  one.did === 'status' &&
  (one.to === 'new' || one.to === 'open' || one.to === 'waiting-expert' || one.to === 'phone') &&
  isOpen(one.from ?? 'new') &&
  did.some((other) => ['arrived', 'assigned', 'question', 'promise', 'came'].includes(other.did));

/** What a person sets; the others follow from what was said and done. */
const chosen: readonly Status[] = ['resolved', 'no-action', 'snoozed'];

const words = (one: Happening, { by, at }: Moment): string => {
  const who = isPerson(by) ? ` by ${nameOf(by)}` : '';
  switch (one.did) {
    case 'began':
      return 'The thread began';
    case 'arrived':
      return arrivedWords(one, at);
    case 'edited':
      return 'A message was edited by its author';
    case 'gone':
      return `A message is gone: ${lower(goneShort[one.because])}`;
    case 'came':
      return `${plural(one.messages, 'message')} came from another thread`;
    case 'went':
      return `${plural(one.messages, 'message')} went to another thread`;
    case 'read':
      return `Read${who}`;
    case 'seen':
      return `Direct messages seen${who}${one.how === 'found' ? ', in a search' : ''}`;
    case 'unread':
      return `Marked unread${who}`;
    case 'status': {
      const why = reasonWords(one.reason);
      const set = chosen.includes(one.to) || one.from === 'snoozed' || !isOpen(one.from ?? 'new');
      return `${statusWords[one.to]}${set ? who : ''}${why === null ? '' : `: ${why}`}`;
    }
    case 'assigned':
      return assignedWords(one, by);
    case 'moved':
      return one.to === null ? `Taken out of its queue${who}` : `Moved to ${queueName(one.to)}${who}`;
    case 'priority':
      return `Priority ${priorityNames[one.to]}${who}`;
    case 'tagged': {
      const added = one.added.map((id) => `#${tagName(id)}`);
      const removed = one.removed.map((id) => `#${tagName(id)}`);
      const parts = [
        added.length > 0 && `Tagged ${added.join(' ')}`,
        removed.length > 0 && `${added.length > 0 ? 'untagged' : 'Untagged'} ${removed.join(' ')}`,
      ];
      return `${parts.filter(Boolean).join(', ')}${who}`;
    }
    case 'note':
      return `${one.is === 'here' ? 'Note' : 'Note removed'}${who}`;
    case 'question':
      return questionWords(one);
    case 'promise':
      return one.from === null ? `A call was promised${who}` : `Call ${lower(stateWords[one.to])}${who}`;
    case 'call':
      return one.outcome === null
        ? `On the telephone${isPerson(by) ? `: ${nameOf(by)}` : ''}`
        : `Call ended: ${lower(outcomeWords[one.outcome])}`;
    case 'sending':
      return sendingWords[one.state](who);
    case 'clock':
      return one.clock === null || one.dueAt === null
        ? 'The clock stopped'
        : `${clockNames[one.clock]} due ${dueWords(one.dueAt, at)}`;
    case 'warned':
      return `Warning: ${lower(clockNames[one.clock])} due ${dueWords(one.dueAt, at)}`;
    case 'breached':
      return `Deadline missed: ${lower(clockNames[one.clock])}, due ${dueWords(one.dueAt, at)}`;
  }
};

type Of<D extends Happening['did']> = Extract<Happening, { did: D }>;

const arrivedWords = ({ id, direction, kind }: Of<'arrived'>, at: Ms): string => {
  const message = playing().said.get(id)?.message;
  const what = kind === 'dm' ? 'direct message' : 'message';
  // Our own clock and the network's are never quite alike.
  const late =
    message && at - message.createdAt >= minute ? `, written ${dueWords(message.createdAt, at)}` : '';
  if (direction === 'in') return `${message ? `@${message.authorHandle}: ${what}` : `A ${what} came`}${late}`;
  const by = message?.sentBy == null ? ', from elsewhere' : ` by ${message.sentBy}`;
  return `${kind === 'dm' ? 'Direct answer' : 'Answer'}${by}${late}`;
};

const assignedWords = ({ from, to }: Of<'assigned'>, by: string): string => {
  if (to === null) return `Given back${isPerson(by) && by !== from ? ` by ${nameOf(by)}` : ''}`;
  if (to === by) return `Claimed by ${nameOf(to)}`;
  if (isPerson(by)) return `Given to ${nameOf(to)} by ${nameOf(by)}`;
  return `Given to ${nameOf(to)}${by === nobody ? '' : ' by its queue'}`;
};

const questionWords = ({ id, state }: Of<'question'>): string => {
  const question = playing().story?.questions.find((one) => one.id === id);
  const [from, to] = [question?.askedBy, question?.expertId].map((one) => (one ? nameOf(one) : 'somebody'));
  if (state === 'open') return `${from} asked ${to}`;
  return state === 'answered' ? `${to} answered ${from}` : `Question to ${to} withdrawn`;
};

const sendingWords: Record<Of<'sending'>['state'], (who: string) => string> = {
  queued: (who) => `Answer written${who}`,
  sending: () => 'Answer on its way',
  sent: () => 'Answer accepted by X',
  failed: () => 'Answer not sent',
  uncertain: () => 'Nobody knows whether the answer arrived',
  cancelled: (who) => `Answer taken back${who}`,
};

const nobody = '';
const isPerson = (by: string): boolean => by !== nobody && by !== 'desk' && by !== 'x';
export const nameOf = (id: string): string => get().agents.get(id as never)?.initials ?? 'somebody';
const queueName = (id: string): string =>
  get().queues.find((queue) => queue.id === id)?.name ?? 'another queue';
const tagName = (id: string): string => get().tags.find((tag) => tag.id === id)?.name ?? 'a tag that is gone';
const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
