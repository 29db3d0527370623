import { X } from 'lucide-react';
import type { AuditFilter } from '../../shared/api/audit.ts';
import { auditKinds, type AuditKind } from '../../shared/audit/kinds.ts';
import type { AgentId } from '../../shared/ids.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { titled } from '../ui/titled.ts';
import { dayAfter, dayOf, msOf } from './days.ts';
import { show, useAudit } from './store.ts';
import styles from './audit.module.css';

/** What of the log is shown: everything that is chosen must hold. */
export const Filters = () => {
  const filter = useAudit((state) => state.filter);
  const threadOf = useAudit((state) => state.threadOf);
  const change = (by: Partial<AuditFilter>): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...by }).filter(([, value]) => value !== undefined && value !== false),
    ) as AuditFilter;
    void show(next, next.threadId === undefined ? null : threadOf);
  };
  return (
    <form className={styles.filters} data-filters="" onSubmit={(event) => event.preventDefault()}>
      <Person value={filter.person} onChange={(person) => change({ person })} />
      <label className={styles.field}>
        <span className={styles.label}>What</span>
        <select
          className={styles.select}
          value={filter.kind ?? ''}
          onChange={({ target }) =>
            change({ kind: target.value === '' ? undefined : (target.value as AuditKind) })
          }
        >
          <option value="">Everything</option>
          {Object.entries(auditKinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span className={styles.label}>From</span>
        <input
          className={styles.select}
          type="date"
          value={filter.from === undefined ? '' : dayOf(filter.from)}
          onChange={({ target }) => change({ from: msOf(target.value) })}
        />
      </label>
      <label className={styles.field}>
        <span className={styles.label}>To</span>
        <input
          className={styles.select}
          type="date"
          value={filter.until === undefined ? '' : dayOf(filter.until - 1)}
          onChange={({ target }) => change({ until: dayAfter(target.value) })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.isByPeople === true}
          onChange={({ target }) => change({ isByPeople: target.checked })}
        />
        People only
      </label>
      {filter.threadId !== undefined && (
        <span className={styles.chip}>
          Thread of {threadOf === null ? 'somebody who is gone' : `@${threadOf}`}
          <button
            type="button"
            className={styles.remove}
            title={titled('audit.all')}
            aria-label="All threads again"
            onClick={() => runCommand('audit.all')}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </span>
      )}
    </form>
  );
};

type PersonProps = { value: AgentId | undefined; onChange: (person: AgentId | undefined) => void };

/** Who may not see what others did is shown their own, and told so. */
const Person = ({ value, onChange }: PersonProps) => {
  const agents = useDesk((desk) => desk.agents);
  const me = useDesk((desk) => desk.me);
  const mayAll = useDesk((desk) => iMay(desk, 'audit.see'));
  const people = [...agents.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <label className={styles.field}>
      <span className={styles.label}>Who</span>
      <select
        className={styles.select}
        value={mayAll ? (value ?? '') : me.id}
        disabled={!mayAll}
        title={mayAll ? undefined : 'You see what you did. Supervisors, reviewers and admins see everybody.'}
        onChange={({ target }) => onChange(target.value === '' ? undefined : (target.value as AgentId))}
      >
        <option value="">Everybody</option>
        {people.map(({ id, name, leftAt }) => (
          <option key={id} value={id}>
            {leftAt === null ? name : `${name} (left)`}
          </option>
        ))}
      </select>
    </label>
  );
};
