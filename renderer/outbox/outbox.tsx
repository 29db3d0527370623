import { useEffect, useMemo } from 'react';
import { focusItem } from '../commands/outbox.ts';
import { useDesk } from '../store/desk.ts';
import { allInOrder, groups, itemsIn, type Group } from '../store/mail.ts';
import { readOutbox, readSent } from '../store/outbox.ts';
import { ItemRow } from './item-row.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useOwnKeyboard } from './use-own-keyboard.ts';
import styles from './mail.module.css';

const titles: Record<Group, string> = {
  yours: 'Waits for you',
  doubtful: 'Not known yet',
  'under way': 'Under way',
  sent: 'Sent',
};

/** Everything that leaves this desk: what somebody has to settle first, what was sent last. */
export const Outbox = ({ title }: { title: string }) => {
  const desk = useOwnKeyboard();
  const items = useDesk(({ mail }) => mail.items);
  const ids = useMemo(() => allInOrder(items).map(({ id }) => id), [items]);
  const focused = useDesk(({ mail }) => mail.outbox);
  useKeptFocus(ids, focused, focusItem);
  const read = useDesk(({ mail }) => mail.read);
  useEffect(() => {
    void readOutbox().then(readSent);
  }, []);
  return (
    <main ref={desk} className={styles.desk} aria-label={title} data-region="outbox" tabIndex={-1}>
      <h1 className="spoken">{title}</h1>
      {items.size === 0 ? (
        <Empty read={read} />
      ) : (
        <div className={styles.inside}>
          {groups.map((group, at) => (
            <Items key={group} group={group} isFirst={at === 0} />
          ))}
          {read === 'more' && (
            <button
              type="button"
              className={`${styles.button} ${styles.more}`}
              onClick={() => void readSent()}
            >
              Show earlier ones
            </button>
          )}
        </div>
      )}
    </main>
  );
};

const Items = ({ group, isFirst }: { group: Group; isFirst: boolean }) => {
  const items = useDesk(({ mail }) => mail.items);
  const here = useMemo(() => itemsIn(items, group), [items, group]);
  if (here.length === 0) return null;
  return (
    <section className={styles.group} aria-label={titles[group]}>
      <h2 className={styles.head}>
        {titles[group]} <span className={styles.count}>{here.length}</span>
      </h2>
      <ul className={styles.rows}>
        {here.map((item, at) => (
          <li key={item.id}>
            <ItemRow item={item} isFirst={isFirst && at === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Empty = ({ read }: { read: string }) => {
  if (read === 'not yet') return null;
  return (
    <div className={styles.nothing}>
      <p className={styles.why}>
        {read === 'failed'
          ? 'The outbox could not be read.'
          : 'Nothing is on its way, and nothing was sent yet.'}
      </p>
      <p>
        {read === 'failed'
          ? 'Nothing was lost. Go to another desk and come back to try again.'
          : 'What you answer stands here until the network has taken it, and after.'}
      </p>
    </div>
  );
};
