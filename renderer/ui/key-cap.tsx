import type { CommandId } from '../../shared/commands.ts';
import { keyOf } from '../commands/keys.ts';
import { useDesk } from '../store/desk.ts';
import styles from './key-cap.module.css';

/** The key of a command, as a small cap; nothing when it has none. */
export const KeyCap = ({ id }: { id: CommandId }) => {
  const key = useDesk(({ platform, settings }) => keyOf(id, platform, settings.keys));
  return key === '' ? null : (
    <kbd className={styles.key} aria-hidden="true">
      {key}
    </kbd>
  );
};
