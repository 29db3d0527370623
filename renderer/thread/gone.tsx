import type { Message } from '../../shared/model.ts';
import { clockTime, fullTime } from '../ui/time.ts';
import { goneShort } from './gone-words.ts';
import styles from './gone.module.css';

/** In place of words that are gone at their source, and so are gone here: that they were, why, and since when we know. */
export const Gone = ({ gone }: { gone: NonNullable<Message['gone']> }) => (
  <p className={styles.gone} title={`Seen ${fullTime(gone.at)}`}>
    {goneShort[gone.because]}, seen {clockTime(gone.at)}. Its words are gone here too.
  </p>
);
