import { useMemo } from 'react';
import { isLive, type EscalationState } from '../../shared/model.ts';
import { readOn } from '../store/calls.ts';
import { useDesk } from '../store/desk.ts';
import { callsIn } from '../store/phone.ts';
import { CallCard } from './call-card.tsx';
import { emptyWords, stateWords } from './words.ts';
import styles from './board.module.css';

export const BoardColumn = ({ state }: { state: EscalationState }) => {
  const rows = useDesk(({ phone }) => phone.rows);
  const read = useDesk(({ phone }) => phone.read[state]);
  const calls = useMemo(() => callsIn(rows, state), [rows, state]);
  const count = read === 'more' && !isLive(state) ? `${calls.length}+` : String(calls.length);
  return (
    <section className={styles.column} aria-label={stateWords[state]} data-state={state}>
      <header className={styles.head}>
        <h2 className={styles.title}>{stateWords[state]}</h2>
        <span className={styles.count}>{read === 'not yet' ? '' : count}</span>
      </header>
      {calls.length === 0 ? (
        <Nothing state={state} />
      ) : (
        // What scrolls must be reachable by the keyboard: its cards are.
        <ul className={styles.cards} aria-label={`${stateWords[state]} calls`}>
          {calls.map((call, at) => (
            <li key={call.id}>
              <CallCard call={call} isFirst={at === 0} />
            </li>
          ))}
          {read === 'more' && (
            <li>
              <button type="button" className={styles.more} onClick={() => void readOn(state)}>
                Show earlier calls
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
};

const Nothing = ({ state }: { state: EscalationState }) => {
  const read = useDesk(({ phone }) => phone.read[state]);
  if (read === 'not yet') return null;
  if (read === 'failed') {
    return (
      <div className={styles.nothing}>
        <p className={styles.why}>These calls could not be read.</p>
        <p>The calls themselves are safe.</p>
        <button type="button" className={styles.more} onClick={() => void readOn(state)}>
          Read them again
        </button>
      </div>
    );
  }
  const { why, what } = emptyWords[state];
  return (
    <div className={styles.nothing}>
      <p className={styles.why}>{why}</p>
      <p>{what}</p>
    </div>
  );
};
