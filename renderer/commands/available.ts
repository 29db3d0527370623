import type { CommandId } from '../../shared/commands.ts';
import { isOpen, type Card } from '../../shared/model.ts';
import { whoMay } from '../../shared/roles.ts';
import { questionHere } from '../experts/my-questions.ts';
import { heldIn } from '../gaps/held.ts';
import { threadInFocus } from '../store/focus.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { targets } from '../store/targets.ts';
import { accountRules } from './accounts.ts';
import { auditRules, auditThreadRules } from './audit.ts';
import { backupRules } from './backup.ts';
import { clockRules, clockThreadRules } from './clocks.ts';
import { columnRules } from './columns.ts';
import { eraseRules } from './erase.ts';
import { expertRules, expertThreadRules } from './experts.ts';
import { exportRules, exportThreadRules } from './export.ts';
import { importRules } from './import.ts';
import { outboxRules } from './outbox.ts';
import { ownDeskRules } from './own-desks.ts';
import { peopleRules } from './people.ts';
import { phoneRules } from './phone.ts';
import { queueRules } from './queues.ts';
import { receivingRules } from './receiving.ts';
import { pastRule, replayRules } from './replay.ts';
import { reviewRules } from './review.ts';
import { scheduleRules } from './schedules.ts';
import { searchRules } from './search.ts';
import { selectRules } from './select.ts';
import { teamRules } from './team.ts';
import { workRules } from './work.ts';
import { writeRules } from './write.ts';

/** Why a command makes no sense now, in words; null when it does, empty when there is nothing worth saying. */
export const whyNot = (id: CommandId, desk: Desk): string | null => {
  // Whoever was asked may answer, whatever their role: the same key leads to that box.
  const isAnswer = id === 'message.reply' && questionHere(desk) !== undefined;
  if (works.has(id) && !isAnswer && !iMay(desk, 'thread.work')) {
    return `Only ${whoMay('thread.work')} may do this.`;
  }
  const past = pastRule(id, works.has(id), desk);
  if (past !== null) return past;
  const onThread = threadRules[id];
  // With several selected core says which of them it leaves as they are, and why.
  if (forMany.has(id) && targets(desk)?.only === null) return null;
  if (onThread) {
    const card = threadInFocus(desk);
    return card ? onThread(card, desk) : 'No thread is in focus.';
  }
  return rules[id]?.(desk) ?? null;
};

/** What changes a thread: not for those who only read. */
const works: ReadonlySet<CommandId> = new Set([
  'thread.claim',
  'thread.release',
  'thread.resolve',
  'thread.reopen',
  'message.reply',
  'message.direct',
  'expert.ask',
  'phone.request',
  'thread.resolveAs',
  'thread.noAction',
  'thread.snooze',
  'thread.wake',
  'thread.tag',
  'thread.priority',
  'note.write',
  'thread.unread',
  'thread.unassign',
  'thread.move',
  'thread.merge',
  'thread.split',
  'thread.thank',
]);

const forMany: ReadonlySet<CommandId> = new Set(['thread.claim', 'thread.release', 'thread.resolve']);

const always = (): null => null;

const threadRules: Partial<Record<CommandId, (card: Card, desk: Desk) => string | null>> = {
  ...expertThreadRules,
  ...exportThreadRules,
  ...clockThreadRules,
  ...auditThreadRules,
  'thread.open': always,
  'message.reply': always,
  'message.direct': always,
  'thread.claim': (card, { me }) => {
    if (!isOpen(card.status)) return 'This thread is closed. Reopen it first.';
    if (card.assigneeId === me.id) return 'This thread is yours already.';
    return null;
  },
  'thread.release': (card, { me }) =>
    card.assigneeId === me.id ? null : 'This thread is not yours to give back.',
  'thread.resolve': (card) => (isOpen(card.status) ? null : 'This thread is closed already.'),
  'thread.reopen': (card) => (isOpen(card.status) ? 'This thread is open.' : null),
};

const needsThread = ({ thread }: Desk): string | null => (thread ? null : 'Open a thread first.');

const rules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  ...columnRules,
  ...clockRules,
  ...ownDeskRules,
  ...selectRules,
  ...workRules,
  ...replayRules,
  ...queueRules,
  ...teamRules,
  ...expertRules,
  ...exportRules,
  ...peopleRules,
  ...eraseRules,
  ...accountRules,
  ...backupRules,
  ...receivingRules,
  ...importRules,
  ...phoneRules,
  ...outboxRules,
  ...scheduleRules,
  ...auditRules,
  ...reviewRules,
  ...searchRules,
  ...writeRules,
  'column.showNew': ({ columns, activeColumn }) => {
    const column = columns[activeColumn];
    return column && column.newCount + column.left.size + heldIn(activeColumn) > 0
      ? null
      : 'Nothing new has arrived here.';
  },
  'thread.back': ({ thread }) => (thread ? null : ''),
  'thread.openOnNetwork': ({ thread }) => {
    if (!thread) return 'Open a thread first.';
    return thread.messages.some(({ permalink }) => permalink !== null)
      ? null
      : 'Nothing of this thread is public.';
  },
  'pane.readWide': needsThread,
  'composer.send': needsThread,
  'composer.sendAndResolve': (desk) => needsThread(desk) ?? (questionHere(desk) ? '' : null),
  'composer.snippet': (desk) =>
    needsThread(desk) ?? (questionHere(desk) ? 'This goes to a colleague.' : null),
  'desk.triage': ({ desk, namedDesk }) =>
    desk === 'triage' && namedDesk === null ? 'You are in Triage.' : null,
  'desk.mine': ({ desk }) => (desk === 'mine' ? 'You are in Mine.' : null),
  'account.refresh': ({ accounts }) => (accounts.length > 0 ? null : 'No account is connected.'),
  'practice.start': ({ practice }) => (practice === 'off' ? null : 'Practice is running.'),
};
