import { commands, groups, type Command } from '../../shared/commands.ts';
import { commandIds, keysOf } from '../../shared/keys.ts';
import { printKey } from '../commands/keys.ts';
import { useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './help.module.css';

const anyColumn = /^column\.[2-9]$/;

/** Every key there is, as the registry declares it. */
export const Help = () => {
  const platform = useDesk((desk) => desk.platform);
  const singleKeys = useDesk((desk) => desk.settings.singleKeys);
  const own = useDesk((desk) => desk.settings.keys);
  // Nine lines that say the same become one, as long as they do say the same.
  const areUsual = Object.keys(own).every((id) => !/^column\.[1-9]$/u.test(id));
  const idsOf = (group: Command['group']): typeof commandIds =>
    commandIds.filter(
      (id) => commands[id].group === group && keysOf(id, own).length > 0 && !(areUsual && anyColumn.test(id)),
    );
  return (
    <Dialog title="All keys" size="wide">
      {!singleKeys && (
        <p className={styles.off}>Single-letter keys are switched off. The palette switches them on again.</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than the window: it scrolls by key. */}
      <section className={styles.scroller} aria-label="Keys by group" tabIndex={0}>
        <div className={styles.groups}>
          {groups
            .filter((group) => idsOf(group).length > 0)
            .map((group) => (
              <section key={group} className={styles.group}>
                <h3 className={styles.name}>{group}</h3>
                <dl className={styles.keys}>
                  {idsOf(group).map((id) => (
                    <div key={id} className={styles.row}>
                      <dt className={styles.what}>
                        {id === 'column.1' && areUsual ? 'Column 1 to 9' : commands[id].title}
                      </dt>
                      <dd className={styles.caps}>
                        {id === 'column.1' && areUsual ? (
                          <kbd>1–9</kbd>
                        ) : (
                          keysOf(id, own).map((key) => <kbd key={key}>{printKey(key, platform)}</kbd>)
                        )}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
        </div>
      </section>
      <p className={styles.foot}>
        Single letters never act while you type. Nothing sits on Alt or AltGr. Esc closes this.
      </p>
    </Dialog>
  );
};
