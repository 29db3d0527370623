import { commands, type CommandId } from '../../shared/commands.ts';
import { send } from '../composer/send.ts';
import { openSnippets } from '../snippets/insert.ts';
import { get, set } from '../store/desk.ts';
import { leaveDrafts } from '../store/drafts.ts';
import { notify } from '../store/notices.ts';
import { accountRun } from './accounts.ts';
import { auditRun } from './audit.ts';
import { whyNot } from './available.ts';
import { backupRun } from './backup.ts';
import { clockRun } from './clocks.ts';
import { columnRun, forgetRemoved, undoColumn } from './columns.ts';
import { goTo, refresh, startPractice } from './desks.ts';
import { eraseRun } from './erase.ts';
import { expertRun } from './experts.ts';
import { exportRun } from './export.ts';
import { importRun } from './import.ts';
import { moveBy, moveColumn, movePage, moveToEnd, showNewHere, toColumn, toLastColumn } from './move.ts';
import { outboxRun } from './outbox.ts';
import { ownDeskRun } from './own-desks.ts';
import { peopleRun } from './people.ts';
import { phoneRun } from './phone.ts';
import { queueRun } from './queues.ts';
import { receivingRun } from './receiving.ts';
import { replayRun } from './replay.ts';
import { reviewRun } from './review.ts';
import { scheduleRun } from './schedules.ts';
import { searchRun } from './search.ts';
import { selectRun } from './select.ts';
import { nextTheme, toggleKeys } from './settings.ts';
import { teamRun } from './team.ts';
import { back, change, compose, open, openOnNetwork, undo } from './threads.ts';
import { workRun } from './work.ts';
import { writeRun } from './write.ts';

/** Keys, palette, menu and buttons all enter here, with the same id. */
export const runCommand = (id: CommandId): void => {
  const why = whyNot(id, get());
  if (why === null) {
    remember(id);
    // What is undone next is the last thing done, whether the log or only this window knows it.
    if (['Thread', 'Write', 'Phone', 'Team'].includes(commands[id].group) && id !== 'change.undo')
      forgetRemoved();
    void run[id]();
  } else if (why !== '') notify(why);
};

const run: Record<CommandId, () => void | Promise<void>> = {
  'column.left': () => moveColumn(-1),
  'column.right': () => moveColumn(1),
  'card.down': () => moveBy(1),
  'card.up': () => moveBy(-1),
  'card.first': () => moveToEnd('first'),
  'card.last': () => moveToEnd('last'),
  'card.pageDown': () => movePage(1),
  'card.pageUp': () => movePage(-1),
  'column.1': () => toColumn(0),
  'column.2': () => toColumn(1),
  'column.3': () => toColumn(2),
  'column.4': () => toColumn(3),
  'column.5': () => toColumn(4),
  'column.6': () => toColumn(5),
  'column.7': () => toColumn(6),
  'column.8': () => toColumn(7),
  'column.9': () => toColumn(8),
  'column.last': toLastColumn,
  'column.showNew': showNewHere,
  ...columnRun,
  ...clockRun,
  ...ownDeskRun,

  ...selectRun,
  ...workRun,
  ...replayRun,
  ...queueRun,
  ...teamRun,
  ...expertRun,
  ...exportRun,
  ...peopleRun,
  ...phoneRun,
  ...outboxRun,
  ...scheduleRun,
  ...auditRun,
  ...reviewRun,
  ...eraseRun,
  ...accountRun,
  ...backupRun,
  ...receivingRun,
  ...importRun,
  ...searchRun,

  'thread.open': open,
  'thread.back': back,
  'thread.claim': () => change('thread.claim'),
  'thread.release': () => change('thread.release'),
  'thread.resolve': () => change('thread.resolve'),
  'thread.reopen': () => change('thread.reopen'),
  'thread.openOnNetwork': openOnNetwork,
  'pane.readWide': () => set({ isReadingWide: !get().isReadingWide }),
  'message.reply': () => compose('post'),
  'message.direct': () => compose('dm'),
  'change.undo': () => (undoColumn() ? undefined : undo()),

  ...writeRun,
  'composer.send': () => send(),
  'composer.sendAndResolve': () => send({ thenResolve: true }),
  'composer.snippet': () => openSnippets(null),
  'composer.leave': () => {
    leaveDrafts();
    set({ wantsFocus: 'pane' });
  },

  'desk.triage': () => goTo('triage'),
  'desk.mine': () => goTo('mine'),
  'palette.open': () =>
    set({ overlay: get().overlay === 'palette' ? null : 'palette', query: '', isChosenAhead: false }),
  'help.open': () => set({ overlay: 'help' }),
  'settings.open': () => set({ overlay: 'settings' }),
  'theme.next': nextTheme,
  'keys.toggle': toggleKeys,
  'account.refresh': refresh,
  'account.connect': () => set({ overlay: 'connect', reauthorising: null }),
  'practice.start': startPractice,
  'agent.introduce': () => set({ overlay: 'introduce' }),
};

let recent: CommandId[] = [];
export const recentCommands = (): readonly CommandId[] => recent;

const remember = (id: CommandId): void => {
  if (commands[id].isKeyOnly) return;
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, 6);
};
