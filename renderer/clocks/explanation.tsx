import { useEffect, useRef, useState } from 'react';
import type { Explanation as Told } from '../../shared/api/clocks.ts';
import { failureOf } from '../../shared/errors.ts';
import { priorityNames, type Card } from '../../shared/model.ts';
import { clockNames } from '../../shared/sla/stage.ts';
import { call } from '../call.ts';
import { runCommand } from '../commands/run.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { iMay } from '../store/rights.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { Mark } from '../ui/mark.tsx';
import { fullTime } from '../ui/time.ts';
import { duration } from './duration.ts';
import { myZone } from './my-zone.ts';
import form from '../ui/form.module.css';
import styles from './explanation.module.css';

/** Why the pill of the thread in focus says what it says, and what was missed before. */
export const Explanation = () => {
  const [card] = useState(() => threadInFocus(get()));
  const me = useDesk((desk) => desk.me);
  const [told, setTold] = useState<Told | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => closing.current?.focus(), []);
  useEffect(() => {
    if (!card) return;
    call('clock.explain', { threadId: card.id, zone: myZone() })
      .then(setTold)
      .catch((error: unknown) => setTrouble(failureOf(error).message));
  }, [card]);
  return (
    <Dialog title="Why this deadline">
      <div className={form.form}>
        {card && told && <Reasons card={card} told={told} />}
        <Trouble words={trouble} />
        <div className={form.buttons}>
          {iMay({ me }, 'policy.manage') && (
            <button type="button" className={form.plain} onClick={() => runCommand('clock.settings')}>
              Change deadlines…
            </button>
          )}
          <button ref={closing} type="button" className={form.primary} onClick={() => set({ overlay: null })}>
            Close
          </button>
        </div>
      </div>
    </Dialog>
  );
};

const stayNames: Record<NonNullable<Told['stay']>['state'], string> = {
  open: 'Resolved: too early to say whether it stays',
  stayed: 'Stayed resolved',
  reopened: 'Did not stay resolved',
};

const Reasons = ({ card, told }: { card: Card; told: Told }) => (
  <div className={styles.reasons} aria-live="polite">
    <p className={styles.of}>
      @{card.handle} · {priorityNames[card.priority]} priority
      {told.policy !== null && ` · “${told.policy.name}”`}
      {told.policy !== null &&
        (told.calendar === null
          ? ', around the clock'
          : `, in the hours of “${told.calendar.name}” (${told.calendar.zone})`)}
    </p>
    {told.still !== null && <p>{told.still}</p>}
    {told.clocks.map(({ clock, targetMinutes, pieces }) => (
      <section key={clock} className={styles.clock}>
        <h3 className={styles.name}>
          {clockNames[clock]} within {duration(targetMinutes)}
        </h3>
        <ol className={styles.pieces}>
          {pieces.map((piece) => (
            <li key={piece}>{piece}</li>
          ))}
        </ol>
      </section>
    ))}
    {told.stay !== null && (
      <section className={styles.clock}>
        <h3 className={styles.name}>{stayNames[told.stay.state]}</h3>
        <ol className={styles.pieces}>
          {told.stay.pieces.map((piece) => (
            <li key={piece}>{piece}</li>
          ))}
        </ol>
      </section>
    )}
    {told.breaches.length > 0 && (
      <section className={styles.clock}>
        <h3 className={styles.missed}>
          <Mark shape="breached" /> Missed, and kept on record
        </h3>
        <ul className={styles.list}>
          {told.breaches.map(({ clock, startedAt, dueAt }) => (
            <li key={`${clock} ${startedAt}`}>
              {clockNames[clock]} was due {fullTime(dueAt)}
            </li>
          ))}
        </ul>
      </section>
    )}
  </div>
);
