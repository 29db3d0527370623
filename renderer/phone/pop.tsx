import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { IncomingCall } from '../../shared/model.ts';
import { isTyping } from '../commands/context.ts';
import { runCommand } from '../commands/run.ts';
import { change } from '../store/calls.ts';
import { get, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import { openThread } from '../store/thread.ts';
import { Name } from '../text/name.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import { ringWords } from './words.ts';
import styles from './pop.module.css';

/** Somebody rings. Nothing is opened over somebody who types: then it is a banner, and the key is theirs to press. */
export const ScreenPop = () => {
  const incoming = useDesk(({ phone }) => phone.incoming);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (incoming === null || shown.current === incoming.id) return;
    shown.current = incoming.id;
    if (incoming.caller && !isBusy()) void bringUp(incoming.caller, incoming.shown);
  }, [incoming]);
  return (
    // Always there, so that what comes into it is spoken.
    <output className={styles.place} data-region="everywhere">
      {incoming !== null && <Announced incoming={incoming} />}
    </output>
  );
};

const isBusy = (): boolean => get().overlay !== null || isTyping(document.activeElement);

const bringUp = async (caller: NonNullable<IncomingCall['caller']>, number: string): Promise<void> => {
  change(() => ({ incoming: null }));
  notify(`Call from ${caller.name} (${number}). Their thread is open.`);
  await openThread(caller.threadId);
};

const Announced = ({ incoming }: { incoming: IncomingCall }) => {
  const { caller, shown } = incoming;
  const canFind = useDesk((desk) => incoming.isNumber && iMay(desk, 'call.work'));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    runCommand('call.dismissPop');
  };
  return (
    // The buttons inside are what takes the keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className={caller ? styles.banner : styles.card} onKeyDown={onKeyDown}>
      <span className={styles.who}>
        {caller ? (
          <>
            Call from <Name className={styles.name}>{caller.name}</Name> ({shown})
          </>
        ) : (
          <>
            Call from an unknown number <b className={styles.number}>{shown}</b>
          </>
        )}
      </span>
      {!caller && <span className={styles.facts}>{ringWords(incoming)}</span>}
      <span className={styles.buttons}>
        {(caller !== null || canFind) && (
          <button
            type="button"
            className={styles.open}
            title={titled('call.answerPop')}
            onClick={() => runCommand('call.answerPop')}
          >
            {caller ? 'Open' : 'Find the customer…'} <KeyCap id="call.answerPop" />
          </button>
        )}
        <button
          type="button"
          className={styles.away}
          title={titled('call.dismissPop')}
          onClick={() => runCommand('call.dismissPop')}
        >
          Dismiss <KeyCap id="call.dismissPop" />
        </button>
      </span>
    </span>
  );
};
