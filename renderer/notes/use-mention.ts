import { useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Agent } from '../../shared/model.ts';
import { get } from '../store/desk.ts';

type Mention = {
  /** Who may be meant by the word before the cursor; none: no name is being typed. */
  people: readonly Agent[];
  at: number;
  look: (field: HTMLTextAreaElement) => void;
  choose: (agent: Agent) => void;
  /** True when the key was for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
};

const most = 6;
const word = /(?<![\p{L}\p{N}])@([\p{L}\p{M}\p{N}]*)$/u;

/** `@` and a few letters offer the people of the desk; the one chosen is named by their initials. */
export const useMention = (
  field: RefObject<HTMLTextAreaElement | null>,
  write: (text: string) => void,
): Mention => {
  const [people, setPeople] = useState<readonly Agent[]>([]);
  const [at, setAt] = useState(0);

  const close = (): void => setPeople([]);
  const look = ({ value, selectionStart }: HTMLTextAreaElement): void => {
    const [, asked] = word.exec(value.slice(0, selectionStart)) ?? [];
    setAt(0);
    setPeople(asked === undefined ? [] : called(asked.toLowerCase()));
  };
  const choose = ({ initials }: Agent): void => {
    const box = field.current;
    close();
    if (!box) return;
    const head = box.value.slice(0, box.selectionStart).replace(word, `@${initials} `);
    const rest = box.value.slice(box.selectionStart).replace(/^ /u, '');
    // At once: the next letter is on its way, and belongs behind the name.
    flushSync(() => write(head + rest));
    box.focus();
    box.setSelectionRange(head.length, head.length);
  };
  const onKeyDown = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    const agent = people[at];
    if (!agent || ctrlKey || metaKey) return false;
    if (key === 'ArrowDown') setAt((at + 1) % people.length);
    else if (key === 'ArrowUp') setAt((at + people.length - 1) % people.length);
    else if (key === 'Enter' || key === 'Tab') choose(agent);
    else if (key === 'Escape') close();
    else return false;
    return true;
  };
  return { people, at, look, choose, onKeyDown };
};

const called = (asked: string): Agent[] =>
  [...get().agents.values()]
    .filter(({ id, leftAt }) => leftAt === null && id !== get().me.id)
    .filter(({ initials, name }) =>
      [initials, ...name.split(/\s+/u)].some((part) => part.toLowerCase().startsWith(asked)),
    )
    .slice(0, most);
