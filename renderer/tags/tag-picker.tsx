import { useState } from 'react';
import type { TagId } from '../../shared/ids.ts';
import type { Tag } from '../../shared/model.ts';
import { call } from '../call.ts';
import { applyAction } from '../commands/apply.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { targets, type Targets } from '../store/targets.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { TagDot } from './tag-chip.tsx';
import styles from '../ui/pick.module.css';

type Choice = { id: string; tag: Tag | null; name: string; isOn: boolean };

/** Adds and takes off tags: Enter on one that is there takes it off, Enter on a new name makes it. */
export const TagPicker = () => {
  const [on] = useState(() => targets(get()));
  const [query, setQuery] = useState('');
  const tags = useDesk((desk) => desk.tags);
  const worn = useDesk((desk) => wornBy(on, desk.cards));
  const choices = choicesFor(query, tags, worn);

  const choose = async ({ tag, name, isOn }: Choice): Promise<void> => {
    set({ overlay: null });
    const id = tag?.id ?? (await made(name));
    if (id === null) return;
    await applyAction({ do: 'tag', add: isOn ? [] : [id], remove: isOn ? [id] : [] }, on);
  };
  const many = on !== null && on.only === null ? ` ${on.count.toLocaleString('en')} threads` : '';
  return (
    <Dialog title={`Tag${many}`}>
      <PickList
        label="Which tag"
        query={query}
        onQuery={setQuery}
        items={choices}
        idOf={({ id }) => id}
        wordsOf={({ name }) => name}
        onChoose={(choice) => void choose(choice)}
        none="No tags yet. Type a name and press Enter."
        maxLength={40}
      >
        {({ tag, name, isOn }) => (
          <>
            <TagDot colour={tag?.colour ?? 'grey'} />
            <span className={styles.words}>{tag ? name : `Make "${name}"`}</span>
            {isOn && <span className={styles.aside}>on it · Enter takes it off</span>}
          </>
        )}
      </PickList>
    </Dialog>
  );
};

const made = async (name: string): Promise<TagId | null> => {
  let id: TagId | null = null;
  await attempt(async () => {
    const tag = await call('tag.make', { name });
    id = tag.id;
    // What is said next names it, and its event may come later.
    set(({ tags }) => ({ tags: tags.some((one) => one.id === tag.id) ? tags : [...tags, tag] }));
  });
  return id;
};

/** What all that are meant wear, as far as they are shown here; as one string, so that it repaints only when it differs. */
const wornBy = (on: Targets | null, cards: ReturnType<typeof get>['cards']): string => {
  if (!on || !('threadIds' in on.target)) return '';
  const lists = on.target.threadIds.slice(0, 200).map((id) => cards.get(id)?.tags ?? []);
  const [first = [], ...rest] = lists;
  return first.filter((tag) => rest.every((list) => list.includes(tag))).join(' ');
};

/** Those that begin with it come first; a name that is nobody's can be made. */
export const choicesFor = (query: string, tags: readonly Tag[], worn: string): Choice[] => {
  const asked = query.trim().replace(/^#/u, '');
  const low = asked.toLowerCase();
  const on = new Set(worn.split(' '));
  const found = tags
    .filter(({ name }) => name.toLowerCase().includes(low))
    .map((tag): Choice => ({ id: tag.id, tag, name: tag.name, isOn: on.has(tag.id) }))
    .toSorted((a, b) => rank(a, low) - rank(b, low));
  const isKnown = tags.some(({ name }) => name.toLowerCase() === low);
  return asked === '' || isKnown ? found : [...found, { id: 'new', tag: null, name: asked, isOn: false }];
};

const rank = ({ name, isOn }: Choice, low: string): number => {
  if (low === '') return isOn ? 0 : 1;
  return name.toLowerCase().startsWith(low) ? 0 : 1;
};
