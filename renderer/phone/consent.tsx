import { useId } from 'react';
import type { MessageId } from '../../shared/ids.ts';
import type { PhoneSlip } from '../../shared/model.ts';
import { folded } from '../text/plain.ts';
import { clockTime } from '../ui/time.ts';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

type Props = {
  name: string;
  slip: PhoneSlip;
  messageId: MessageId | null;
  hasConsent: boolean;
  onMessage: (id: MessageId | null) => void;
  onConsent: (hasConsent: boolean) => void;
};

/** Whose consent, and where it can be read. */
export const Consent = ({ name, slip, messageId, hasConsent, onMessage, onConsent }: Props) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Where they agreed
      </label>
      <select
        id={id}
        className={styles.input}
        value={messageId ?? ''}
        onChange={(event) => onMessage(event.target.value === '' ? null : (event.target.value as MessageId))}
      >
        {slip.messages.map((message) => (
          <option key={message.id} value={message.id}>
            {clockTime(message.at)} {message.kind === 'dm' ? 'DM: ' : ''}
            {cut(folded(message.text))}
          </option>
        ))}
        <option value="">Given elsewhere</option>
      </select>
      <label className={phone.check}>
        <input type="checkbox" checked={hasConsent} onChange={(event) => onConsent(event.target.checked)} />
        <span>{name} agreed to be called on this number.</span>
      </label>
    </div>
  );
};

const cut = (text: string): string => {
  const letters = [...text];
  return letters.length <= 70 ? text : `${letters.slice(0, 69).join('')}…`;
};
