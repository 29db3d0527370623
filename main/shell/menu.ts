import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { commands, isCommand, type Command, type CommandId } from '../../shared/commands.ts';
import { commandIds, keysOf, type Overrides } from '../../shared/keys.ts';

/**
 * The native menu, made from the same declarations as palette and keys. Single letters stay the window's own: a menu
 * would catch them while someone types.
 */
export const showMenu = (overrides: Overrides, run: (id: string) => void): void => {
  const inGroup = (group: Command['group']): MenuItemConstructorOptions[] =>
    commandIds
      .filter((id) => commands[id].group === group && !commands[id].isKeyOnly)
      .map((id) => ({ label: commands[id].title, ...acceleratorOf(id, overrides), click: () => run(id) }));
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      {
        label: 'Desk',
        submenu: [...inGroup('Desk'), { type: 'separator' }, { role: isMac ? 'close' : 'quit' }],
      },
      { role: 'editMenu' },
      { label: 'Thread', submenu: [...inGroup('Thread'), { type: 'separator' }, ...inGroup('Write')] },
      { label: 'Phone', submenu: inGroup('Phone') },
      { label: 'Columns', submenu: inGroup('Columns') },
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
};

/** The same commands where the pointer is. Names that are no command are passed over. */
export const popUpMenu = (
  window: BrowserWindow,
  ids: readonly string[],
  overrides: Overrides,
  run: (id: string) => void,
): void => {
  const items = ids.filter(isCommand).map((id): MenuItemConstructorOptions => ({
    label: commands[id].title,
    ...acceleratorOf(id, overrides, true),
    click: () => run(id),
  }));
  Menu.buildFromTemplate(items).popup({ window });
};

const acceleratorOf = (
  id: CommandId,
  overrides: Overrides,
  withLetters = false,
): MenuItemConstructorOptions => {
  const chord = keysOf(id, overrides).find(
    (key) => key.startsWith('Mod+') || (withLetters && /^[A-Z]$/u.test(key)),
  );
  // Shown beside the title; the window's own dispatcher acts on it, once.
  return chord ? { accelerator: chord.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false } : {};
};
