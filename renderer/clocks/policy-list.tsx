import { clockKinds, type Policy } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { call } from '../call.ts';
import { ruleWords } from '../queues/words.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { typed } from './duration.ts';
import form from '../ui/form.module.css';
import styles from './clock-settings.module.css';

type Props = { onEdit: (policy: Policy) => void; onNew: () => void };

/** In the order in which they are asked. */
export const PolicyList = ({ onEdit, onNew }: Props) => {
  const policies = useDesk((desk) => desk.policies);
  const calendars = useDesk((desk) => desk.calendars);
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const hoursOf = ({ calendarId }: Policy): string =>
    calendars.find(({ id }) => id === calendarId)?.name ?? 'around the clock';
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
      <OrderedList
        label="Policies, in the order in which they are asked"
        items={policies}
        onOpen={onEdit}
        onOrder={(ids) => void attempt(() => call('policy.order', { ids }))}
      >
        {(policy) => (
          <>
            <span className={styles.name}>{policy.name}</span>
            <span className={styles.aside}>
              {ruleWords(policy.conditions, { accounts, tags })} · {hoursOf(policy)}
            </span>
            <span className={styles.aside}>{promised(policy)}</span>
          </>
        )}
      </OrderedList>
    </section>
  );
};

/** `First response 15m · 30m · 1h · 4h`: urgent first. */
const promised = ({ targets }: Policy): string =>
  clockKinds
    .map((clock) => `${clockNames[clock]} ${targets[clock].map((one) => typed(one) || 'none').join(' · ')}`)
    .join(', ');
