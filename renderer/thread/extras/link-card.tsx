import type { Extras } from '../../../shared/model.ts';
import { shownLink } from '../../text/links.ts';
import { openLink } from '../../text/open-link.ts';
import { folded } from '../../text/plain.ts';
import styles from './extras.module.css';

/** What the network says of a page that is linked to: words only, under the host it truly leads to. */
export const LinkCard = ({ card: { url, title, description } }: { card: Extras['cards'][number] }) => (
  <div className={styles.box}>
    <a
      className={styles.link}
      href={url}
      title={url}
      onClick={(event) => {
        event.preventDefault();
        void openLink(url);
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      <bdi>{shownLink(url)}</bdi>
    </a>
    {title !== '' && (
      <p className={styles.title}>
        <bdi>{folded(title)}</bdi>
      </p>
    )}
    {description !== '' && (
      <p className={styles.words}>
        <bdi>{folded(description)}</bdi>
      </p>
    )}
  </div>
);
