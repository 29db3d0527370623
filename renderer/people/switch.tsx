import { useState } from 'react';
import { switchTo } from '../commands/people.ts';
import { useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { colleaguesOf } from './colleagues.ts';
import { DutyMark } from './duty-mark.tsx';
import { dutyWords, roleWords } from './words.ts';
import list from '../ui/pick.module.css';
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
      <PickList
        label="Work as someone else"
        placeholder="Work as…"
        query={typed}
        onQuery={setTyped}
        items={people}
        idOf={({ id }) => id}
        wordsOf={({ name }) => name}
        onChoose={({ id }) => void switchTo(id)}
        none="Nobody on the roster is called that."
      >
        {({ name, initials, role, duty }) => (
          <>
            <span className={list.words}>
              {name} <span className={styles.aside}>^{initials}</span>
            </span>
            <span className={list.aside}>
              {roleWords[role]} · <DutyMark duty={duty} /> {dutyWords[duty]}
            </span>
          </>
        )}
      </PickList>
    </Dialog>
  );
};
