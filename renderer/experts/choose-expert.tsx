import { useState } from 'react';
import type { Agent } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { PickList } from '../ui/pick-list.tsx';
import { expertsAmong } from './experts-among.ts';
import styles from './choose-expert.module.css';

const duties = { on: '', away: 'away', off: 'off duty' } as const;

export const ChooseExpert = ({ onChoose }: { onChoose: (expert: Agent) => void }) => {
  const agents = useDesk((desk) => desk.agents);
  const me = useDesk((desk) => desk.me);
  const [query, setQuery] = useState('');
  return (
    <PickList
      label="Whom to ask"
      placeholder="Name, initials, skill or team"
      query={query}
      onQuery={setQuery}
      items={expertsAmong(agents.values(), me, query)}
      idOf={({ id }) => id}
      wordsOf={({ name }) => name}
      onChoose={onChoose}
      none={agents.size < 2 ? 'You are alone on this desk: nobody to ask yet.' : 'Nobody is called that.'}
    >
      {({ initials, name, skills, duty }) => (
        <>
          <span className={styles.initials}>{initials}</span>
          <span className={styles.name}>{name}</span>
          <span className={styles.facts}>
            {[skills.join(', '), duties[duty]].filter(Boolean).join(' · ')}
          </span>
          <span className={cx(styles.duty, duty === 'on' && styles.on)} aria-hidden="true" />
        </>
      )}
    </PickList>
  );
};
