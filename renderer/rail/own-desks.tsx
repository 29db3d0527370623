import type { CommandId } from '../../shared/commands.ts';
import { goToOwn } from '../commands/own-desks.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import styles from './rail.module.css';

/** Desks of one's own, each with the digit that leads there. */
export const OwnDesks = () => {
  const own = useDesk((desk) => desk.settings.desks);
  const current = useDesk(({ desk, namedDesk }) => (desk === 'triage' ? namedDesk : null));
  return own.map(({ id, name }, at) => (
    <button
      key={id}
      type="button"
      className={cx(styles.own, id === current && styles.current)}
      aria-current={id === current ? 'page' : undefined}
      aria-label={name}
      title={titled(`desk.${at + 1}` as CommandId, `Go to ${name}`)}
      onClick={() => goToOwn(id)}
    >
      <span className={styles.digit} aria-hidden="true">
        {at + 1}
      </span>
      <span className={styles.ownName}>{name}</span>
    </button>
  ));
};
