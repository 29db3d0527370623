import { Menu } from '@base-ui/react/menu';
import { Fragment, useState } from 'react';
import { commands, type CommandId } from '../../shared/commands.ts';
import { whyNot } from '../commands/available.ts';
import { runCommand } from '../commands/run.ts';
import { get } from '../store/desk.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './actions.module.css';

/** In the order in which they are looked for; a line between groups. */
const groups: readonly (readonly CommandId[])[] = [
  ['note.write', 'thread.tag', 'thread.priority', 'thread.unread'],
  ['thread.assign', 'expert.ask', 'phone.request'],
  ['thread.resolveAs', 'thread.noAction', 'thread.thank'],
  ['customer.open', 'thread.merge', 'thread.split'],
  ['thread.replay', 'thread.openOnNetwork', 'pane.readWide'],
  ['thread.export', 'customer.export', 'audit.thread'],
];

/** Everything else that can be done with this thread now. */
export const More = () => {
  const [shown, setShown] = useState<readonly (readonly CommandId[])[]>([]);
  const onOpen = (isOpen: boolean): void => {
    if (!isOpen) return;
    // The menu belongs to the pane: what makes sense is asked of the thread in it.
    const desk = { ...get(), region: 'thread' as const };
    setShown(
      groups
        .map((group) => group.filter((id) => whyNot(id, desk) === null))
        .filter((group) => group.length > 0),
    );
  };
  return (
    <Menu.Root onOpenChange={onOpen} modal={false}>
      <Menu.Trigger className={styles.action} title="More to do with this thread">
        More <span aria-hidden="true">▾</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.positioner} align="start" sideOffset={4}>
          <Menu.Popup
            className={styles.menu}
            data-region="thread"
            // Letters choose in the menu here; outside they would be commands.
            onKeyDown={(event) => event.stopPropagation()}
          >
            {shown.map((group, at) => (
              <Fragment key={group[0]}>
                {at > 0 && <Menu.Separator className={styles.line} />}
                {group.map((id) => (
                  <Menu.Item key={id} className={styles.item} onClick={() => choose(id)}>
                    {commands[id].title} <KeyCap id={id} />
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

/** After the menu has given the focus back: a command may take it elsewhere. */
const choose = (id: CommandId): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => runCommand(id)));
};
