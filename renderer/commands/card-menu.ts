import { commands, type Command, type CommandId } from '../../shared/commands.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { get } from '../store/desk.ts';
import { focusCard } from '../store/focus.ts';
import { attempt } from '../store/notices.ts';
import { whyNot } from './available.ts';

/** Right-click on a card: what the keys could do to it now, as the system's own menu. */
export const openCardMenu = (columnId: string, id: ThreadId): void => {
  focusCard(columnId, id);
  const possible = (Object.keys(commands) as CommandId[]).filter((name) => {
    const { group, when, isKeyOnly }: Command = commands[name];
    const isOfThread = group === 'Thread' || group === 'Write' || (group === 'Phone' && when === 'thread');
    const isAboutThread = isOfThread && when !== 'composer' && when !== 'note' && !isKeyOnly;
    return isAboutThread && whyNot(name, get()) === null;
  });
  if (possible.length > 0) void attempt(() => call('menu.open', { commands: possible }));
};
