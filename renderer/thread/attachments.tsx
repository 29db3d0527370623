import type { Attachment } from '../../shared/model.ts';
import { Picture } from '../media/picture.tsx';
import { folded } from '../text/plain.ts';
import styles from './attachments.module.css';

const words: Record<Attachment['kind'], string> = {
  photo: 'Photo',
  video: 'Video, a still',
  gif: 'GIF, a still',
  other: 'Attachment',
};

/** Named; a picture of a stranger is loaded when the agent wants it. */
export const Attachments = ({ all }: { all: readonly Attachment[] }) =>
  all.length === 0 ? null : (
    <ul className={styles.all}>
      {all.map(({ kind, url, altText }, at) => (
        // Attachments of a message have no id and never change their order.
        <li key={at} className={styles.one}>
          {url !== null && kind !== 'other' ? (
            <Picture picture={{ url, altText, what: words[kind] }} />
          ) : (
            <>
              {words[kind].split(',')[0]}
              {altText !== null && altText !== '' && (
                <>
                  : <bdi>{folded(altText)}</bdi>
                </>
              )}
              {url === null && ' · to be seen on X alone'}
            </>
          )}
        </li>
      ))}
    </ul>
  );
