import { memo } from 'react';
import type { ThreadId } from '../../shared/ids.ts';
import { useDesk } from '../store/desk.ts';
import { Name } from '../text/name.tsx';
import { Preview } from '../text/preview.tsx';
import { goneShort } from '../thread/gone-words.ts';
import { Age } from '../ui/age.tsx';
import { NetworkGlyph } from '../ui/network-glyph.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './card-face.module.css';

/** What a card says; repaints when its thread changes and at no other time. */
export const CardFace = memo(({ id, columnId }: { id: ThreadId; columnId: string }) => {
  const card = useDesk((desk) => desk.cards.get(id));
  if (!card) return null;
  return (
    <>
      <div className={styles.who} id={`${columnId}-${id}-who`}>
        <NetworkGlyph className={styles.glyph} />
        <Name className={styles.handle}>{`@${card.handle}`}</Name>
        <Name className={styles.name}>{card.name}</Name>
        {card.isUnread && <span className="spoken">, unread</span>}
        <Age className={styles.age} at={card.lastMessageAt} />
      </div>
      <p className={styles.says} id={`${columnId}-${id}-says`}>
        {card.previewGone === null ? (
          <Preview className={styles.text} text={card.preview} lang={card.lang} />
        ) : (
          <span className={styles.gone}>{goneShort[card.previewGone]}. Its words are gone here too.</span>
        )}
      </p>
      <CardFoot card={card} />
    </>
  );
});
