import type { KeyboardEvent } from 'react';
import { clockKinds, type Policy } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { call } from '../call.ts';
import { ruleWords } from '../queues/words.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { typed } from './duration.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

type Props = { onEdit: (policy: Policy) => void; onNew: () => void };

/** In the order in which they are asked. Shift with the arrows moves one. */
export const PolicyList = ({ onEdit, onNew }: Props) => {
  const policies = useDesk((desk) => desk.policies);
  const calendars = useDesk((desk) => desk.calendars);
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const move = async (at: number, by: 1 | -1): Promise<void> => {
    const ids = policies.map(({ id }) => id);
    const [id] = ids.splice(at, 1);
    if (id === undefined || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, id);
    await attempt(() => call('policy.order', { ids }));
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (!event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <section className={styles.group} aria-label="Policies">
      <div className={styles.above}>
        <h3 className={styles.heading}>Policies</h3>
        <button type="button" className={form.plain} data-row="new-policy" onClick={onNew}>
          New policy
        </button>
      </div>
      <p className={form.hint}>
        {policies.length === 0
          ? 'No policy: no clock runs, and nothing is due.'
          : 'Asked from the top; the first that fits a thread counts for it. Times are for urgent, high, normal and low. Shift with the arrows moves one.'}
      </p>
      <ol className={styles.rows} aria-label="Policies, in the order in which they are asked">
        {policies.map((policy, at) => {
          const hours = calendars.find(({ id }) => id === policy.calendarId)?.name ?? 'around the clock';
          return (
            <li key={policy.id} className={styles.row}>
              <button
                type="button"
                className={styles.open}
                data-row={policy.id}
                onClick={() => onEdit(policy)}
                onKeyDown={(event) => onKeyDown(event, at)}
              >
                <span className={styles.name}>{policy.name}</span>
                <span className={styles.aside}>
                  {ruleWords(policy.conditions, { accounts, tags })} · {hours}
                </span>
                <span className={styles.aside}>{promised(policy)}</span>
              </button>
              <button
                type="button"
                className={styles.move}
                title={`Ask ${policy.name} earlier (Shift+↑)`}
                aria-label={`Ask ${policy.name} earlier`}
                disabled={at === 0}
                onClick={() => void move(at, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                className={styles.move}
                title={`Ask ${policy.name} later (Shift+↓)`}
                aria-label={`Ask ${policy.name} later`}
                disabled={at === policies.length - 1}
                onClick={() => void move(at, 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

/** `First response 15m · 30m · 1h · 4h`: urgent first. */
const promised = ({ targets }: Policy): string =>
  clockKinds
    .map((clock) => `${clockNames[clock]} ${targets[clock].map((one) => typed(one) || 'none').join(' · ')}`)
    .join(', ');
