import { useEffect, useRef, useState } from 'react';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { may, whoMay } from '../../shared/roles.ts';
import { useDesk } from '../store/desk.ts';
import { rosterOf } from './colleagues.ts';
import { PersonForm } from './person-form.tsx';
import { RosterTable } from './roster-table.tsx';
import form from '../ui/form.module.css';
import styles from './people.module.css';

/** The roster: who works here, as what, and whether they are there. */
export const PeopleSettings = () => {
  const me = useDesk((desk) => desk.me);
  const agents = useDesk((desk) => desk.agents);
  const [editing, setEditing] = useState<AgentId | 'new' | null>(null);
  const [left, setLeft] = useState<AgentId | 'new' | null>(null);
  const back = useRef<HTMLDivElement>(null);
  const people = rosterOf({ agents });
  const canManage = may(me.role, 'roster.manage');

  // The keyboard goes back to where it came from.
  useEffect(() => {
    if (editing !== null || left === null) return;
    back.current?.querySelector<HTMLElement>(`[data-person="${left}"]`)?.focus();
  }, [editing, left]);

  if (editing !== null) {
    const agent: Agent | undefined = editing === 'new' ? undefined : agents.get(editing);
    return (
      <PersonForm
        agent={agent}
        onDone={() => {
          setLeft(editing);
          setEditing(null);
        }}
      />
    );
  }
  return (
    <div ref={back} className={styles.roster}>
      <div className={styles.above}>
        <p className={styles.aside}>
          {canManage
            ? `${people.length === 1 ? 'Only you so far. ' : ''}Everybody signs with initials of their own.`
            : `Only ${whoMay('roster.manage')} may change the roster.`}
        </p>
        {canManage && (
          <button type="button" className={form.plain} data-person="new" onClick={() => setEditing('new')}>
            Add a person
          </button>
        )}
      </div>
      <RosterTable people={people} canManage={canManage} onEdit={setEditing} />
    </div>
  );
};
