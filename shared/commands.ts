import { accountCommands } from './commands/accounts.ts';
import { auditCommands } from './commands/audit.ts';
import { backupCommands } from './commands/backup.ts';
import { clockCommands } from './commands/clock.ts';
import { columnCommands } from './commands/columns.ts';
import type { Command } from './commands/command.ts';
import { deskCommands } from './commands/desk.ts';
import { eraseCommands } from './commands/erase.ts';
import { expertCommands } from './commands/expert.ts';
import { exportCommands } from './commands/export.ts';
import { importCommands } from './commands/import.ts';
import { moveCommands } from './commands/move.ts';
import { outboxCommands } from './commands/outbox.ts';
import { peopleCommands } from './commands/people.ts';
import { phoneCommands } from './commands/phone.ts';
import { queueCommands } from './commands/queues.ts';
import { receivingCommands } from './commands/receiving.ts';
import { replayCommands } from './commands/replay.ts';
import { reviewCommands } from './commands/review.ts';
import { scheduleCommands } from './commands/schedules.ts';
import { searchCommands } from './commands/search.ts';
import { selectCommands } from './commands/select.ts';
import { teamCommands } from './commands/team.ts';
import { threadCommands } from './commands/thread.ts';
import { workCommands } from './commands/work.ts';
import { writeCommands } from './commands/write.ts';

export { groups, type Command, type Context } from './commands/command.ts';

/** Every command: dispatcher, palette, menu, help and status line read this and nothing else. */
export const commands = {
  ...moveCommands,
  ...columnCommands,
  ...selectCommands,
  ...teamCommands,
  ...threadCommands,
  ...clockCommands,
  ...workCommands,
  ...replayCommands,
  ...queueCommands,
  ...expertCommands,
  ...writeCommands,
  ...outboxCommands,
  ...scheduleCommands,
  ...eraseCommands,
  ...accountCommands,
  ...backupCommands,
  ...receivingCommands,
  ...phoneCommands,
  ...searchCommands,
  ...exportCommands,
  ...reviewCommands,
  ...importCommands,
  ...deskCommands,
  ...peopleCommands,
  ...auditCommands,
} satisfies Record<string, Command>;
export type CommandId = keyof typeof commands;

export const isCommand = (id: string): id is CommandId => Object.hasOwn(commands, id);
