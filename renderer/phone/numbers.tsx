import { useEffect, useState } from 'react';
import type { CustomerId, PhoneId } from '../../shared/ids.ts';
import type { Card, Phone } from '../../shared/model.ts';
import { call } from '../call.ts';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import { fullTime } from '../ui/time.ts';
import styles from './numbers.module.css';

const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** The numbers a customer gave: masked, with who took the consent and until when they are kept. */
export const Numbers = ({ card }: { card: Card }) => {
  const customerId = useDesk((desk) => desk.thread?.customer?.id ?? null);
  return customerId === null ? null : <NumbersOf key={customerId} customerId={customerId} name={card.name} />;
};

const NumbersOf = ({ customerId, name }: { customerId: CustomerId; name: string }) => {
  // New ones with every reading of the thread, every promise and every undo: that is when numbers may have changed.
  const escalations = useDesk((desk) => desk.thread?.escalations);
  const [phones, setPhones] = useState<readonly Phone[]>([]);
  useEffect(() => {
    if (escalations === undefined) return undefined;
    let isCurrent = true;
    call('phones.of', { customerId }).then(
      (all) => isCurrent && setPhones(all),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [customerId, escalations]);
  if (phones.length === 0) return null;
  return (
    <ul className={styles.numbers} aria-label={`Telephone numbers of ${name}`}>
      {phones.map((phone) => (
        <Given key={phone.id} phone={phone} />
      ))}
    </ul>
  );
};

const Given = ({ phone }: { phone: Phone }) => {
  const by = useDesk((desk) => desk.agents.get(phone.consentBy)?.initials ?? '');
  const may = useDesk((desk) => iMay(desk, 'number.reveal'));
  const [shown, setShown] = useState<string | null>(null);
  const reveal = (id: PhoneId): Promise<boolean> =>
    attempt(async () => setShown((await call('phone.reveal', { id })).number));
  return (
    <li className={styles.one}>
      <span className={styles.number}>{shown ?? phone.masked}</span>
      <span className={styles.facts} title={`Agreed ${fullTime(phone.consentAt)}`}>
        consent taken by {by} · kept until {date.format(phone.expiresAt)}
      </span>
      {may && shown === null && (
        <button
          type="button"
          className={styles.show}
          title="Shows the whole number; that you looked is in the log"
          onClick={() => void reveal(phone.id)}
        >
          Show
        </button>
      )}
    </li>
  );
};
