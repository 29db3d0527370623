import { useId } from 'react';
import type { Named, Names } from '../../../shared/filter-words.ts';
import type { Filter } from '../../../shared/filter.ts';
import { priorityNames, statuses } from '../../../shared/model.ts';
import form from '../../ui/form.module.css';
import styles from './edit.module.css';

type Option = { value: string; label: string; is: Filter[keyof Filter] };
type Part = { field: keyof Filter; label: string; options: readonly Option[] };

/** The same filter by form: one choice for each part. */
export const FilterForm = ({
  filter,
  names,
  onChange,
}: {
  filter: Filter;
  names: Names;
  onChange: (filter: Filter) => void;
}) => {
  const id = useId();
  return (
    <div className={styles.parts}>
      {partsOf(names).map(({ field, label, options }) => {
        const current = options.find(({ is }) => is === filter[field]);
        const isOther = filter[field] !== undefined && !current;
        return (
          <div key={field} className={styles.part}>
            <label className={styles.partLabel} htmlFor={`${id}-${field}`}>
              {label}
            </label>
            <select
              id={`${id}-${field}`}
              className={form.input}
              value={isOther ? 'other' : (current?.value ?? '')}
              onChange={({ target }) => {
                const { [field]: _before, ...rest } = filter;
                const chosen = options.find(({ value }) => value === target.value);
                onChange(chosen ? { ...rest, [field]: chosen.is } : rest);
              }}
            >
              <option value="">any</option>
              {isOther && <option value="other">{String(filter[field])}</option>}
              {options.map(({ value, label: words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </div>
  );
};

const option = (is: Option['is'], label: string): Option => ({ value: `=${String(is)}`, label, is });
const named = (all: readonly Named[]): Option[] =>
  all.map(({ id, name }) => option(id as Option['is'], name));
const minute = 60_000;

const partsOf = (names: Names): readonly Part[] => [
  { field: 'isOpen', label: 'Open', options: [option(true, 'open'), option(false, 'closed')] },
  { field: 'status', label: 'Status', options: statuses.map((one) => option(one, one.replace('-', ' '))) },
  {
    field: 'assignee',
    label: 'Assigned to',
    options: [option('me', 'me'), option('nobody', 'nobody'), ...named(names.agents)],
  },
  { field: 'queue', label: 'Queue', options: [option('none', 'none'), ...named(names.queues)] },
  { field: 'tag', label: 'Tag', options: named(names.tags) },
  {
    field: 'priority',
    label: 'Priority',
    options: priorityNames.map((name, at) => option(at as 0 | 1 | 2 | 3, name)),
  },
  {
    field: 'dueWithinMs',
    label: 'Due',
    options: [
      option(0, 'overdue'),
      option(15 * minute, 'in 15 minutes'),
      option(60 * minute, 'in an hour'),
      option(240 * minute, 'in 4 hours'),
    ],
  },
  {
    field: 'isBreached',
    label: 'Breached',
    options: [option(true, 'ever breached'), option(false, 'never breached')],
  },
  { field: 'isUnread', label: 'Unread', options: [option(true, 'unread'), option(false, 'read')] },
  {
    field: 'kind',
    label: 'Kind',
    options: [option('direct', 'has direct messages'), option('public', 'public only')],
  },
  { field: 'account', label: 'Account', options: named(names.accounts) },
  { field: 'expert', label: 'Asked', options: [option('me', 'of me')] },
];
