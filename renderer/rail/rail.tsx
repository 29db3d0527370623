import { desks } from '../desk/desks.ts';
import { MeButton } from '../people/me-button.tsx';
import { useDesk } from '../store/desk.ts';
import { namedDeskOf } from '../store/own-desks.ts';
import type { DeskName } from '../store/state.ts';
import { HealthDot } from './health-dot.tsx';
import { OwnDesks } from './own-desks.tsx';
import { Place } from './place.tsx';
import styles from './rail.module.css';

export const Rail = () => {
  const current = useDesk((desk) => desk.desk);
  const isOwn = useDesk((desk) => namedDeskOf(desk) !== undefined);
  const accounts = useDesk((desk) => desk.accounts);
  return (
    <nav className={styles.rail} aria-label="Desks" data-region="everywhere">
      {(Object.keys(desks) as DeskName[]).map((name) => (
        <Place key={name} place={desks[name]} isCurrent={name === current && !(isOwn && name === 'triage')} />
      ))}
      <OwnDesks />
      <ul className={styles.accounts} aria-label="Accounts">
        {accounts.map((state) => (
          <HealthDot key={state.account.id} state={state} />
        ))}
      </ul>
      <MeButton />
    </nav>
  );
};
