import { imageAddress } from '../../shared/image.ts';
import { useDesk } from '../store/desk.ts';
import { folded } from '../text/plain.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './picture.module.css';

/** One picture as large as the window allows; Esc, or a press beside it, closes it. */
export const LargerPicture = () => {
  const picture = useDesk((desk) => desk.picture);
  if (picture === null) return null;
  const words = picture.altText === null ? '' : folded(picture.altText);
  return (
    <Dialog title={picture.what} isTitleHidden size="wide">
      <figure className={styles.larger}>
        <img className={styles.whole} src={imageAddress(picture.url)} alt={words} draggable={false} />
        <figcaption className={styles.caption}>
          {words === '' ? 'Its author has not described it.' : <bdi>{words}</bdi>}
        </figcaption>
      </figure>
    </Dialog>
  );
};
