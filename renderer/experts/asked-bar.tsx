import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { age } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { Due } from './due.tsx';
import { openHere, questionHere } from './my-questions.ts';
import { useWaited, waitedTitle } from './use-waited.ts';
import styles from './asked-bar.module.css';

/** While a colleague is being asked: whom, since when, and how much time they still have. */
export const AskedBar = () => {
  const question = useDesk(openHere);
  const isToMe = useDesk((desk) => questionHere(desk) !== undefined);
  const name = useDesk((desk) => (question && desk.agents.get(question.expertId)?.name) ?? 'a colleague');
  const mayWithdraw = useDesk(
    (desk) =>
      question?.askedBy === desk.me.id ||
      (question && desk.cards.get(question.threadId)?.assigneeId === desk.me.id) ||
      iMay(desk, 'thread.assign'),
  );
  const waited = useWaited();
  const since = useClock((now) => (question ? age(question.askedAt, now) : ''));
  if (!question || isToMe) return null;
  return (
    <p className={styles.bar}>
      <span className={styles.words}>
        Asked {name} {since === 'now' ? 'just now' : `${since} ago`} · <Due question={question} />
        {waited !== '' && <span title={waitedTitle}> · {waited}</span>}
      </span>
      {mayWithdraw && (
        <button
          type="button"
          className={styles.button}
          title={titled('expert.withdraw')}
          onClick={() => runCommand('expert.withdraw')}
        >
          Withdraw
        </button>
      )}
    </p>
  );
};
