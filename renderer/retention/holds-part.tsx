import { useEffect, useRef, useState } from 'react';
import type { Hold } from '../../shared/api/retention.ts';
import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { dayName } from '../ui/time.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { useHolds } from './use-holds.ts';
import form from '../ui/form.module.css';
import styles from './retention.module.css';

/** In the customer's card: what is held of them and why, and for those who may, the way to hold and to erase. */
export const HoldsPart = ({ card }: { card: Card }) => {
  const holds = useHolds(card);
  const mayHold = useDesk((desk) => iMay(desk, 'hold.set'));
  const mayErase = useDesk((desk) => iMay(desk, 'customer.erase'));
  if (holds.length === 0 && !mayHold && !mayErase) return null;
  return (
    <div className={styles.part}>
      {holds.length > 0 && (
        <ul className={styles.list} aria-label="On hold">
          {holds.map((hold) => (
            <Held key={hold.id} hold={hold} mayLift={mayHold} />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {mayHold && (
          <button type="button" className={styles.small} onClick={() => runCommand('hold.set')}>
            Hold…
          </button>
        )}
        {mayErase && (
          <button type="button" className={styles.small} onClick={() => runCommand('customer.erase')}>
            Erase this person…
          </button>
        )}
      </div>
    </div>
  );
};

export const Held = ({ hold, mayLift, who }: { hold: Hold; mayLift: boolean; who?: string }) => {
  const [isLifting, setLifting] = useState(false);
  const [because, setBecause] = useState('');
  const [now] = useState(Date.now);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isLifting) field.current?.focus();
  }, [isLifting]);
  const { trouble, attempt } = useAttempt(() => setLifting(false));
  const what = hold.threadId === null ? 'Everything of this customer' : 'This thread';
  return (
    <li className={styles.one}>
      <span className={styles.held}>On hold</span> <span>{who ?? what}</span>
      <p className={styles.reason}>{hold.reason}</p>
      <p className={styles.aside}>
        by {hold.setByName} · {dayName(hold.setAt, now)}{' '}
        {mayLift && !isLifting && (
          <button
            type="button"
            className={styles.small}
            aria-label={`Lift… the hold: ${hold.reason}`}
            onClick={() => setLifting(true)}
          >
            Lift…
          </button>
        )}
      </p>
      {isLifting && (
        <form
          className={form.form}
          aria-label="Lift this hold"
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(async () => {
              await call('hold.lift', { id: hold.id, reason: because });
              return 'Lifted. It may go again when its time has come.';
            });
          }}
        >
          <Text
            label="Why it need not be kept any more"
            maxLength={500}
            inputRef={field}
            value={because}
            onChange={setBecause}
          />
          <FormFoot
            trouble={trouble}
            action="Lift"
            isOff={because.trim().length < 3}
            onLeave={() => setLifting(false)}
          />
        </form>
      )}
    </li>
  );
};
