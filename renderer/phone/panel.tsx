import { useEffect, useMemo } from 'react';
import type { CallAttempt, Escalation } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { readCalls } from '../store/calls.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { myCall } from '../store/phone.ts';
import { Name } from '../text/name.tsx';
import { whenIdle } from '../ui/ahead.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import { CallNotes } from './call-notes.tsx';
import { lengthWords } from './words.ts';
import { WrapUp } from './wrap-up.tsx';
import styles from './panel.module.css';

/** When this window came up: a call that began before was interrupted, by a crash or a restart. */
const openedAt = Date.now();

/** The call this person is in, below everything else: the draft and the columns stay as usable as they were. */
export const CallPanel = () => {
  const rows = useDesk(({ phone }) => phone.rows);
  const me = useDesk((desk) => desk.me.id);
  const mine = useMemo(() => myCall(rows, me), [rows, me]);
  useEffect(() => whenIdle(readCalls), []);
  if (!mine) return null;
  return <Running key={mine.attempt.id} call={mine.escalation} attempt={mine.attempt} />;
};

const Running = ({ call, attempt }: { call: Escalation; attempt: CallAttempt }) => {
  const wasInterrupted = attempt.startedAt < openedAt;
  return (
    <section className={styles.panel} aria-label={`Call with ${call.name}`} data-region="everywhere">
      <div className={styles.who}>
        <p className={styles.title}>
          {wasInterrupted ? 'Still talking?' : 'On the phone'} <Length since={attempt.startedAt} />
        </p>
        <p className={styles.name}>
          <Name>{call.name}</Name>
        </p>
        <p className={styles.meta}>
          <Name>{`@${call.handle}`}</Name> · <span className={styles.number}>{call.phone.masked}</span>
        </p>
        <button
          type="button"
          className={styles.quiet}
          title={titled('call.toPanel')}
          onClick={() => runCommand('call.toPanel')}
        >
          Notes <KeyCap id="call.toPanel" />
        </button>
      </div>
      <CallNotes attempt={attempt} />
      <WrapUp call={call} attempt={attempt} />
    </section>
  );
};

const Length = ({ since }: { since: number }) => {
  const words = useClock((now) => lengthWords(now - since));
  return <span className={styles.length}>{words}</span>;
};
