import { memo, useLayoutEffect, useRef } from 'react';
import { isLive, type Escalation } from '../../shared/model.ts';
import { openCallMenu } from '../commands/call-menu.ts';
import { focusCall } from '../commands/phone-focus.ts';
import { runCommand } from '../commands/run.ts';
import { useClock } from '../store/clock.ts';
import { useDesk } from '../store/desk.ts';
import { runningIn } from '../store/phone.ts';
import { iMay } from '../store/rights.ts';
import { Name } from '../text/name.tsx';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import { CallFacts } from './call-facts.tsx';
import { DuePill } from './due-pill.tsx';
import { languageName, whenWords, windowWords } from './words.ts';
import styles from './call-card.module.css';

/** One promise: who, when, on which number, and what it is about. */
export const CallCard = memo(({ call, isFirst }: { call: Escalation; isFirst: boolean }) => {
  const isFocused = useDesk(({ phone }) => phone.focused === call.id);
  // Said by the desk, not by the moment: a card that moves to another column while a dialog closes takes the keyboard along.
  const hasKeyboard = useDesk(
    ({ desk, region, overlay, phone }) =>
      desk === 'phones' && region === 'phones' && overlay === null && phone.focused === call.id,
  );
  const isReachable = useDesk(({ phone }) => (phone.focused === null ? isFirst : phone.focused === call.id));
  const isOpen = useDesk(({ thread }) => thread?.id === call.threadId);
  const card = useRef<HTMLElement>(null);
  const live = isLive(call.state);
  const mayCall = useDesk((desk) => iMay(desk, 'call.work'));
  // The name stands above it already.
  const about = call.summary.replace(/^.*\(@\w+\)\n/u, '');
  useLayoutEffect(() => {
    if (hasKeyboard && !isOnButton()) card.current?.focus();
  }, [hasKeyboard]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className={styles.card}
      // Enter and the press are the same command.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isReachable ? 0 : -1}
      aria-labelledby={`${call.id}-who`}
      data-escalation-id={call.id}
      data-focused={isFocused || undefined}
      data-open={isOpen || undefined}
      data-over={!live || undefined}
      onFocus={() => focusCall(call.id)}
      onDoubleClick={() => runCommand('phones.open')}
      onContextMenu={(event) => {
        // With text selected the system's menu offers to copy it.
        if (window.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        openCallMenu(call.id);
      }}
    >
      <p className={styles.who} id={`${call.id}-who`}>
        <Name className={styles.name}>{call.name}</Name>
        {live ? <DuePill at={call.dueAt} /> : <Ended call={call} />}
      </p>
      <Where call={call} />
      {about !== '' && <p className={styles.summary}>{about}</p>}
      <CallFacts call={call} />
      {live && mayCall && (
        <div className={styles.buttons}>
          {runningIn(call) === undefined && (
            <button
              type="button"
              className={styles.call}
              tabIndex={isFocused ? 0 : -1}
              title={titled('call.dial')}
              onClick={() => {
                focusCall(call.id);
                runCommand('call.dial');
              }}
            >
              Call
            </button>
          )}
        </div>
      )}
    </article>
  );
});

/** A button of the board keeps the keyboard it was given. */
const isOnButton = (): boolean => document.activeElement?.closest('[data-region="phones"] button') != null;

const Where = ({ call }: { call: Escalation }) => {
  const window = useClock((now) => windowWords(call, now));
  const facts = [
    isLive(call.state) ? window : null,
    call.lang === null ? null : languageName(call.lang),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className={cx(styles.where, styles.line)}>
        <Name>{`@${call.handle}`}</Name> <span className={styles.number}>{call.phone.masked}</span>
      </p>
      {facts.length > 0 && <p className={styles.where}>{facts.join(' · ')}</p>}
    </>
  );
};

const Ended = ({ call }: { call: Escalation }) => {
  const at = call.endedAt ?? call.requestedAt;
  const words = useClock((now) => whenWords(at, now));
  return (
    <time className={styles.ended} dateTime={new Date(at).toISOString()}>
      {words}
    </time>
  );
};
