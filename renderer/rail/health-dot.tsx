import type { AccountState, DirectionState } from '../../shared/model.ts';
import { directionWords, stateWords } from '../accounts/words.ts';
import { runCommand } from '../commands/run.ts';
import { initialsOf } from '../people/colleagues.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Mark } from '../ui/mark.tsx';
import { titled } from '../ui/titled.ts';
import { healthOf } from './health.ts';
import styles from './rail.module.css';

/** How an account is, and below it a badge for each thing it may do: • works, ◦ not tried, × refused. */
export const HealthDot = ({ state }: { state: AccountState }) => {
  const { tone, words } = healthOf(state);
  const { handle, batonId } = state.account;
  const { directions } = state;
  const holder = useDesk((desk) => initialsOf(desk, batonId));
  const baton = holder === null ? '' : ` Baton: ${holder}.`;
  const each = directions.map(badgeWords).join('\n');
  return (
    <li className={styles.account}>
      <button
        type="button"
        className={styles.dot}
        title={`@${handle} on X: ${words}.${baton}${each === '' ? '' : `\n${each}`}\n${titled('connections.open')}`}
        onClick={() => runCommand('connections.open')}
      >
        <Mark className={styles[tone]} shape={tone} />
        <span className="spoken">
          <Name>{`@${handle}`}</Name>: {words}.{baton} {each}
        </span>
        {directions.length > 0 && (
          <svg className={styles.badges} width="24" height="6" viewBox="0 0 24 6" aria-hidden="true">
            {directions.map(({ direction, state: how }, at) => (
              <Badge key={direction} how={how} x={3 + at * 6} />
            ))}
          </svg>
        )}
      </button>
    </li>
  );
};

const badgeWords = ({ direction, state, reason }: DirectionState): string =>
  `${directionWords[direction]}: ${stateWords[state]}${state === 'refused' && reason !== null ? `, ${reason}` : ''}`;

const Badge = ({ how, x }: { how: DirectionState['state']; x: number }) => {
  if (how === 'works') return <circle cx={x} cy="3" r="1.5" fill="currentColor" />;
  if (how === 'unknown')
    return <circle cx={x} cy="3" r="1.6" fill="none" stroke="currentColor" strokeWidth="0.8" />;
  return (
    <path
      className={styles.refused}
      d={`M${x - 2} 1l4 4m0 -4l-4 4`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    />
  );
};
