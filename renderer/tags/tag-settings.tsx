import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { tagColours, type Tag, type TagColour } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';
import { plural } from '../ui/number.ts';
import { TagDot } from './tag-chip.tsx';
import styles from './tag-settings.module.css';

/** The tags of this desk: other names, other colours, and away with those nobody needs. */
export const TagSettings = () => {
  const tags = useDesk((desk) => desk.tags);
  const counts = useCounts(tags.length);
  if (tags.length === 0) {
    return <p className={styles.none}>No tags yet. The first is made by tagging a thread.</p>;
  }
  return (
    <ul>
      {tags.map((tag) => (
        <Row key={tag.id} tag={tag} count={counts[tag.id] ?? 0} />
      ))}
    </ul>
  );
};

const Row = ({ tag, count }: { tag: Tag; count: number }) => {
  const rename = async (event: FocusEvent<HTMLInputElement>): Promise<void> => {
    const field = event.currentTarget;
    const name = field.value.trim();
    if (name === tag.name) return;
    const isDone = name !== '' && (await attempt(() => call('tag.change', { id: tag.id, name })));
    if (!isDone) field.value = tag.name;
  };
  const recolour = (colour: TagColour): void =>
    void attempt(() => call('tag.change', { id: tag.id, colour }));
  const remove = async (): Promise<void> => {
    if (!(await attempt(() => call('tag.remove', { id: tag.id })))) return;
    notify(`Tag ${tag.name} removed from ${plural(count, 'thread')}. Undo brings it back to each of them.`);
  };
  return (
    <li className={styles.row}>
      <TagDot colour={tag.colour} />
      <input
        key={tag.revision}
        className={styles.name}
        aria-label={`Name of the tag ${tag.name}`}
        defaultValue={tag.name}
        maxLength={40}
        onBlur={(event) => void rename(event)}
        onKeyDown={leaveOnEnter}
      />
      <select
        className={styles.colour}
        aria-label={`Colour of ${tag.name}`}
        value={tag.colour}
        onChange={(event) => recolour(event.target.value as TagColour)}
      >
        {tagColours.map((colour) => (
          <option key={colour}>{colour}</option>
        ))}
      </select>
      <span className={styles.count}>{plural(count, 'thread')}</span>
      <button
        type="button"
        className={styles.remove}
        aria-label={`Remove ${tag.name}`}
        onClick={() => void remove()}
      >
        Remove
      </button>
    </li>
  );
};

const leaveOnEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Enter') event.currentTarget.blur();
};

/** Counted anew when the list of tags changes: `count` is how many there are. */
const useCounts = (count: number): Readonly<Record<string, number>> => {
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    if (count > 0)
      void call('tag.counts', {})
        .then(setCounts)
        .catch(() => undefined);
  }, [count]);
  return counts;
};
