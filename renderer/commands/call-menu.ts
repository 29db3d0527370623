import { commands, type CommandId } from '../../shared/commands.ts';
import type { EscalationId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { get } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { whyNot } from './available.ts';
import { focusCall } from './phone-focus.ts';

/** Right-click on a call of the board: what the keys could do to it now, as the system's own menu. */
export const openCallMenu = (id: EscalationId): void => {
  focusCall(id);
  const possible = (Object.keys(commands) as CommandId[]).filter((name) => {
    const { group, when } = commands[name];
    return group === 'Phone' && when === 'phones' && name !== 'phones.back' && whyNot(name, get()) === null;
  });
  if (possible.length > 0) void attempt(() => call('menu.open', { commands: possible }));
};
