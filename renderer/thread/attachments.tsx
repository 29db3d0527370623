import type { Attachment } from '../../shared/model.ts';
import { openLink } from '../text/open-link.ts';
import { folded } from '../text/plain.ts';
import styles from './attachments.module.css';

const words: Record<Attachment['kind'], string> = {
  photo: 'Photo',
  video: 'Video',
  gif: 'GIF',
  other: 'Attachment',
};

/** Named, not loaded: a picture of a stranger is opened outside, when the agent asks for it. */
export const Attachments = ({ all }: { all: readonly Attachment[] }) =>
  all.length === 0 ? null : (
    <ul className={styles.all}>
      {all.map(({ kind, url, altText }, at) => (
        // Attachments of a message have no id and never change their order.
        <li key={at} className={styles.one}>
          {words[kind]}
          {altText !== null && altText !== '' && (
            <>
              : <bdi>{folded(altText)}</bdi>
            </>
          )}{' '}
          {url !== null && (
            <button type="button" className={styles.open} onClick={() => void openLink(url)}>
              Open
            </button>
          )}
        </li>
      ))}
    </ul>
  );
