import type { CommandId } from '../../shared/commands.ts';
import { call } from '../call.ts';
import { whyNot } from '../commands/available.ts';
import { get, set } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';

const offered: readonly CommandId[] = [
  'column.edit',
  'column.flip',
  'column.density',
  'column.pin',
  'column.sound',
  'column.wider',
  'column.narrower',
  'column.moveLeft',
  'column.moveRight',
  'column.duplicate',
  'column.remove',
  'column.add',
];

/** What the keys could do to this column, as the system's own menu. */
export const openColumnMenu = (id: string): void => {
  set({ activeColumn: id });
  const possible = offered.filter((name) => whyNot(name, get()) === null);
  if (possible.length > 0) void attempt(() => call('menu.open', { commands: possible }));
};
