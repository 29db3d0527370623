import { Autocomplete } from '@base-ui/react/autocomplete';
import { useState } from 'react';
import type { Agent } from '../../shared/model.ts';
import { switchTo } from '../commands/people.ts';
import { useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { colleaguesOf } from './colleagues.ts';
import { DutyMark } from './duty-mark.tsx';
import { dutyWords, roleWords } from './words.ts';
import list from '../palette/palette.module.css';
import styles from './people.module.css';

/** Somebody else sits down at this window. Drafts and place stay with who leaves it. */
export const Switch = () => {
  const agents = useDesk((desk) => desk.agents);
  const me = useDesk((desk) => desk.me);
  const [typed, setTyped] = useState('');
  const asked = typed.trim().toLocaleLowerCase();
  const people = colleaguesOf({ agents, me }).filter(({ name, initials }) =>
    `${name} ${initials}`.toLocaleLowerCase().includes(asked),
  );
  return (
    <Dialog title="Work as someone else" isTitleHidden>
      <Autocomplete.Root
        inline
        open
        items={people}
        filter={null}
        value={typed}
        onValueChange={setTyped}
        itemToStringValue={({ name }: Agent) => name}
        autoHighlight="always"
      >
        <Autocomplete.Input className={list.input} aria-label="Work as someone else" placeholder="Work as…" />
        <Autocomplete.List className={list.list}>
          {(agent: Agent) => (
            <Autocomplete.Item
              key={agent.id}
              value={agent}
              className={list.item}
              onClick={() => void switchTo(agent.id)}
            >
              <span className={list.title}>
                {agent.name} <span className={styles.aside}>^{agent.initials}</span>
              </span>
              <span className={list.why}>
                {roleWords[agent.role]} · <DutyMark duty={agent.duty} /> {dutyWords[agent.duty]}
              </span>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
        <Autocomplete.Empty className={list.empty}>
          {people.length === 0 && 'Nobody on the roster is called that.'}
        </Autocomplete.Empty>
      </Autocomplete.Root>
    </Dialog>
  );
};
