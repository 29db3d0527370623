import type { Card } from '../../shared/model.ts';
import { isOpen } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import { Name } from '../text/name.tsx';
import { Preview } from '../text/preview.tsx';
import { titled } from '../ui/titled.ts';
import styles from './answered-by.module.css';

/** Another customer helped this one in public: said above the composer, where one would answer a second time. */
export const AnsweredBy = ({ card }: { card: Card }) => {
  const answers = useDesk((desk) => desk.thread?.answeredBy);
  const isClosing = useDesk((desk) => desk.composing[card.id]?.closesAs != null);
  const first = answers?.[0];
  if (!first || !answers || !isOpen(card.status)) return null;
  if (isClosing) {
    return (
      <section className={styles.box} aria-label="Answered by another customer">
        <p className={styles.said}>Sending closes this thread as answered by another customer.</p>
        <button
          type="button"
          className={styles.button}
          onClick={() => edit(card.id, (composing) => ({ ...composing, closesAs: null }))}
        >
          Keep it open
        </button>
      </section>
    );
  }
  return (
    <section className={styles.box} aria-label="Answered by another customer">
      <p className={styles.said}>
        Answered by <Name className={styles.who}>{`@${first.authorHandle}`}</Name>
        {answers.length > 1 && ` and ${answers.length - 1} more`}:{' '}
        <Preview text={first.text} lang={first.lang} />
      </p>
      <button
        type="button"
        className={styles.button}
        title={titled('thread.thank')}
        onClick={() => runCommand('thread.thank')}
      >
        Thank and close
      </button>
    </section>
  );
};
