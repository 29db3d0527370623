import { commands, type CommandId } from '../../shared/commands.ts';
import { keyOf } from '../commands/keys.ts';
import { get } from '../store/desk.ts';

/** A tooltip: what it does, and its key. */
export const titled = (id: CommandId, title: string = commands[id].title): string => {
  const key = keyOf(id, get().platform);
  return key === '' ? title : `${title} (${key})`;
};
