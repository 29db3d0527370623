import { memo } from 'react';
import type { TagId } from '../../shared/ids.ts';
import type { Tag, TagColour } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { cx } from '../ui/cx.ts';
import styles from './tag-chip.module.css';

/** The colour is a help; the name is what tells tags apart. */
export const TagDot = ({ colour }: { colour: TagColour }) => (
  <span className={cx(styles.dot, styles[colour])} aria-hidden="true" />
);

export const TagChip = ({ tag }: { tag: Tag }) => (
  <span className={styles.chip} title={`Tag: ${tag.name}`}>
    <TagDot colour={tag.colour} />
    <span className="spoken">tagged </span>
    <span className={styles.name}>{tag.name}</span>
  </span>
);

/** As many as there is room for; the rest are counted. Tags that were removed from the desk are not shown. */
export const TagChips = memo(({ ids, most }: { ids: readonly TagId[]; most: number }) => {
  const tags = useDesk((desk) => desk.tags);
  if (ids.length === 0) return null;
  const known = ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const rest = known.slice(most);
  return (
    <>
      {known.slice(0, most).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {rest.length > 0 && (
        <span className={styles.chip} title={rest.map(({ name }) => name).join(', ')}>
          +{rest.length}
          <span className="spoken"> more tags</span>
        </span>
      )}
    </>
  );
});
