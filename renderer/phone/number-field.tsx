import { useId } from 'react';
import type { MessageId } from '../../shared/ids.ts';
import type { PhoneSlip } from '../../shared/model.ts';
import { formatTyped, numberCap, type CheckedNumber } from '../../shared/phone.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

type Props = {
  slip: PhoneSlip;
  number: string;
  checked: CheckedNumber | null;
  messageId: MessageId | null;
  /** `from` when it was taken out of a message. */
  onChange: (number: string, from?: MessageId) => void;
};

/** Checked and formatted as it is typed; what the customer wrote is offered. */
export const NumberField = ({ slip, number, checked, messageId, onChange }: Props) => {
  const id = useId();
  const others = slip.numbers.filter(({ e164 }) => e164 !== checked?.e164);
  const source = slip.numbers.find(({ e164 }) => e164 === checked?.e164);
  const message = slip.messages.find((one) => one.id === (source?.messageId ?? messageId));

  const type = (value: string): void => {
    // Only while it grows at its end: formatting in the middle would move the cursor.
    onChange(value.length > number.length ? formatTyped(value, slip.country) : value);
  };
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Number
      </label>
      <input
        id={id}
        className={styles.input}
        type="tel"
        value={number}
        maxLength={numberCap}
        autoComplete="off"
        // The dialog was asked for to fill this in; what is in it arrives after the dialog.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-describedby={`${id}-hint`}
        aria-invalid={number !== '' && checked === null}
        onChange={(event) => type(event.target.value)}
      />
      <p className={phone.verdict} id={`${id}-hint`}>
        {number === '' && 'As the customer gave it.'}
        {number !== '' && checked === null && 'Not a telephone number yet.'}
        {checked !== null && (
          <>
            <b className={phone.number}>{checked.shown}</b>
            {source && message && ` · from their message at ${clockTime(message.at)}`}
          </>
        )}
      </p>
      {checked?.warning != null && (
        <p className={phone.warning}>
          <Mark shape="soon" /> {checked.warning}
        </p>
      )}
      {others.length > 0 && (
        <div className={phone.others}>
          Also written:
          {others.slice(0, 3).map((other) => (
            <button
              key={other.e164}
              type="button"
              className={phone.other}
              onClick={() => onChange(other.shown, other.messageId)}
            >
              {other.shown}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
