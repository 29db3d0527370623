import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { commands, isCommand, type Command } from '../../shared/commands.ts';

/**
 * The native menu, made from the same declarations as palette and keys. Single letters stay the window's own: a menu
 * would catch them while someone types.
 */
export const showMenu = (run: (id: string) => void): void => {
  const inGroup = (group: Command['group']): MenuItemConstructorOptions[] =>
    Object.entries<Command>(commands)
      .filter(([, command]) => command.group === group && !command.isKeyOnly)
      .map(([id, command]) => ({ label: command.title, ...acceleratorOf(command), click: () => run(id) }));
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
export const popUpMenu = (window: BrowserWindow, ids: readonly string[], run: (id: string) => void): void => {
  const items = ids.filter(isCommand).map((id): MenuItemConstructorOptions => ({
    label: commands[id].title,
    ...acceleratorOf(commands[id], true),
    click: () => run(id),
  }));
  Menu.buildFromTemplate(items).popup({ window });
};

const acceleratorOf = ({ keys }: Command, withLetters = false): MenuItemConstructorOptions => {
  const chord = keys.find((key) => key.startsWith('Mod+') || (withLetters && /^[A-Z]$/u.test(key)));
  // Shown beside the title; the window's own dispatcher acts on it, once.
  return chord ? { accelerator: chord.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false } : {};
};
