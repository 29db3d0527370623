import type { Upload } from '../../shared/model.ts';
import { sizeWords } from '../media/size.ts';
import { folded } from '../text/plain.ts';
import { Mark, type Shape } from '../ui/mark.tsx';
import styles from './outbox-entry.module.css';

/** What goes with a message, each with how far it has come. */
export const SentWith = ({ uploads }: { uploads: readonly Upload[] }) =>
  uploads.length === 0 ? null : (
    <ul className={styles.with} aria-label="Attached">
      {uploads.map((upload) => (
        <li key={upload.id}>
          <Mark className={styles[shapeOf(upload)]} shape={shapeOf(upload)} />{' '}
          <bdi>{folded(upload.name)}</bdi> · {stateWords(upload)}
          {upload.altText === '' ? ' · without a description' : ''}
        </li>
      ))}
    </ul>
  );

const shapeOf = ({ state }: Upload): Shape =>
  ({ kept: 'soon', uploading: 'soon', uploaded: 'fine', failed: 'breached' } as const)[state.at];

const stateWords = ({ state, bytes }: Upload): string => {
  switch (state.at) {
    case 'kept':
      return `${sizeWords(bytes)}, kept here until it leaves`;
    case 'uploading':
      return `${sizeWords(state.sentBytes)} of ${sizeWords(bytes)} handed over`;
    case 'uploaded':
      return `${sizeWords(bytes)}, handed over`;
    case 'failed':
      return `not taken: ${state.reason}`;
  }
};
