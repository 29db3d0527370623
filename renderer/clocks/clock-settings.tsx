import { useEffect, useRef, useState } from 'react';
import type { Calendar } from '../../shared/model.ts';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarList } from './calendar-list.tsx';
import { newPolicy, policyFieldsOf, type PolicyFields } from './policy-fields.ts';
import { PolicyForm } from './policy-form.tsx';
import { PolicyList } from './policy-list.tsx';
import styles from './clock-settings.module.css';

type Edited = { policy: PolicyFields } | { calendar: Calendar | null };

/** What was typed of a policy and neither saved nor left: it is there again when the settings are opened again. */
let kept: PolicyFields | null = null;

/** What is promised to whom, and in which hours; or one of them to change. */
export const ClockSettings = () => {
  const [edited, setEdited] = useState<Edited | null>(() => (kept ? { policy: kept } : null));
  const [left, setLeft] = useState<string | null>(null);
  const lists = useRef<HTMLDivElement>(null);
  const edit = (next: Edited | null): void => {
    kept = next && 'policy' in next ? next.policy : null;
    setEdited(next);
  };
  // The keyboard goes back to where it came from.
  useEffect(() => {
    if (edited !== null || left === null) return;
    lists.current?.querySelector<HTMLElement>(`[data-row="${left}"]`)?.focus();
  }, [edited, left]);
  const done = (row: string) => (): void => {
    setLeft(row);
    edit(null);
  };

  if (edited && 'policy' in edited) {
    const { policy } = edited;
    return (
      <PolicyForm
        fields={policy}
        onChange={(next) => edit({ policy: next })}
        onDone={done(policy.revision === null ? 'new-policy' : policy.id)}
      />
    );
  }
  if (edited) {
    return <CalendarForm calendar={edited.calendar} onDone={done(edited.calendar?.id ?? 'new-calendar')} />;
  }
  return (
    <div ref={lists} className={styles.lists}>
      <PolicyList
        onEdit={(policy) => edit({ policy: policyFieldsOf(policy) })}
        onNew={() => edit({ policy: newPolicy() })}
      />
      <CalendarList onEdit={(calendar) => edit({ calendar })} onNew={() => edit({ calendar: null })} />
    </div>
  );
};
