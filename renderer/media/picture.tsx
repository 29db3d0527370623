import { useState } from 'react';
import { imageAddress } from '../../shared/image.ts';
import { set, useDesk } from '../store/desk.ts';
import { openLink } from '../text/open-link.ts';
import { folded } from '../text/plain.ts';
import styles from './picture.module.css';

export type Pictured = {
  url: string;
  altText: string | null;
  /** "Photo"; of a film only a still is shown. */
  what: string;
};

/**
 * A picture of a stranger: loaded only when wanted, once and for all by the setting or this one by hand, and only through
 * the desk's own fetcher. Its words are there in any case.
 */
export const Picture = ({ picture }: { picture: Pictured }) => {
  const areShown = useDesk((desk) => desk.settings.showImages);
  const [isWanted, setWanted] = useState(false);
  const [tries, setTries] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const { url, altText, what } = picture;
  const words = altText === null || altText === '' ? null : folded(altText);
  if (!areShown && !isWanted) {
    return (
      <>
        {what}
        <Words words={words} />{' '}
        <button type="button" className={styles.link} onClick={() => setWanted(true)}>
          Show picture
        </button>{' '}
        <Open url={url} />
      </>
    );
  }
  if (hasFailed) {
    return (
      <>
        {what}
        <Words words={words} /> The picture could not be shown: it is gone, too large, or not to be reached.{' '}
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            setFailed(false);
            setTries(tries + 1);
          }}
        >
          Try again
        </button>{' '}
        <Open url={url} />
      </>
    );
  }
  return (
    <figure className={styles.figure}>
      <button
        type="button"
        className={styles.frame}
        title="Larger; Esc closes it"
        aria-label={`${what}${words === null ? '' : `: ${words}`}. Show it larger`}
        onClick={() => set({ overlay: 'picture', picture })}
      >
        <img
          key={tries}
          className={styles.image}
          src={imageAddress(url)}
          alt=""
          decoding="async"
          draggable={false}
          onError={() => setFailed(true)}
        />
      </button>
      <figcaption>
        {what}
        {words === null ? ' without a description' : <Words words={words} />} <Open url={url} />
      </figcaption>
    </figure>
  );
};

const Words = ({ words }: { words: string | null }) =>
  words !== null && (
    <>
      : <bdi>{words}</bdi>
    </>
  );

const Open = ({ url }: { url: string }) => (
  <button type="button" className={styles.link} onClick={() => void openLink(url)}>
    Open
  </button>
);
