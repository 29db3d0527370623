import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { Agent } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import { expertsAmong } from './experts-among.ts';
import styles from './choose-expert.module.css';

const duties = { on: '', away: 'away', off: 'off duty' } as const;

export const ChooseExpert = ({ onChoose }: { onChoose: (expert: Agent) => void }) => {
  const agents = useDesk((desk) => desk.agents);
  const me = useDesk((desk) => desk.me);
  const [query, setQuery] = useState('');
  const experts = expertsAmong(agents.values(), me, query);
  return (
    <Autocomplete.Root
      inline
      open
      items={experts}
      filter={null}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={({ name }: Agent) => name}
      autoHighlight="always"
    >
      <Autocomplete.Input
        className={styles.input}
        aria-label="Whom to ask"
        placeholder="Name, initials, skill or team"
      />
      <Autocomplete.List className={styles.list}>
        {(expert: Agent) => (
          <Autocomplete.Item
            key={expert.id}
            value={expert}
            className={styles.item}
            onClick={() => onChoose(expert)}
          >
            <span className={styles.initials}>{expert.initials}</span>
            <span className={styles.name}>{expert.name}</span>
            <span className={styles.facts}>
              {[expert.skills.join(', '), duties[expert.duty]].filter(Boolean).join(' · ')}
            </span>
            <span className={cx(styles.duty, expert.duty === 'on' && styles.on)} aria-hidden="true" />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className={styles.empty}>
        {experts.length === 0 &&
          (agents.size < 2 ? 'You are alone on this desk: nobody to ask yet.' : 'Nobody is called that.')}
      </Autocomplete.Empty>
    </Autocomplete.Root>
  );
};
