import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { DutyMark } from './duty-mark.tsx';
import { dutyWords, roleWords } from './words.ts';
import styles from './people.module.css';

type Props = { people: readonly Agent[]; canManage: boolean; onEdit: (id: AgentId) => void };

export const RosterTable = ({ people, canManage, onEdit }: Props) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Signs</th>
        <th scope="col">Role</th>
        <th scope="col">Teams, skills, languages</th>
        <th scope="col">Cap</th>
        <th scope="col">Duty</th>
      </tr>
    </thead>
    <tbody>
      {people.map((agent) => (
        <tr key={agent.id}>
          <th scope="row">
            {canManage ? (
              <button
                type="button"
                className={styles.name}
                data-person={agent.id}
                title={`Change what the roster says of ${agent.name}`}
                onClick={() => onEdit(agent.id)}
              >
                {agent.name}
              </button>
            ) : (
              agent.name
            )}
          </th>
          <td>^{agent.initials}</td>
          <td>{roleWords[agent.role]}</td>
          <td className={styles.words}>{wordsOf(agent)}</td>
          <td className={styles.number}>{agent.loadCap ?? 'none'}</td>
          <td className={styles.nowrap}>
            <DutyMark duty={agent.duty} /> {dutyWords[agent.duty]}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const wordsOf = ({ teams, skills, languages }: Agent): string =>
  [teams, skills, languages]
    .filter((list) => list.length > 0)
    .map((list) => list.join(', '))
    .join(' · ') || '—';
