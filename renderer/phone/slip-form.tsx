import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { AgentId, MessageId, ThreadId } from '../../shared/ids.ts';
import type { PhoneSlip } from '../../shared/model.ts';
import { checkNumber } from '../../shared/phone.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { asOwn } from '../store/own.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { Consent } from './consent.tsx';
import { NumberField } from './number-field.tsx';
import { Callers, Languages } from './slip-choices.tsx';
import { noWindow, WindowField, windowOf } from './window-field.tsx';
import styles from '../ui/form.module.css';
import phone from './slip.module.css';

type Props = { threadId: ThreadId; name: string; slip: PhoneSlip };

export const SlipForm = ({ threadId, name, slip }: Props) => {
  const [first] = slip.numbers;
  const [number, setNumber] = useState(first?.shown ?? '');
  const [messageId, setMessageId] = useState<MessageId | null>(first?.messageId ?? null);
  const [hasConsent, setHasConsent] = useState(false);
  const [window, setWindow] = useState(noWindow);
  const [lang, setLang] = useState(slip.lang);
  const [assigneeId, setAssigneeId] = useState<AgentId | null>(null);
  const [summary, setSummary] = useState(slip.summary);
  const close = (): void => set({ overlay: null });
  const { trouble, setTrouble, attempt } = useAttempt(close);
  const [now] = useState(() => Date.now());
  const id = useId();
  const checked = checkNumber(number, slip.country);
  const times = windowOf(window, now);
  const missing = whatIsMissing(checked !== null, hasConsent, times !== null);

  const save = async (): Promise<void> => {
    if (missing !== null || times === null) return setTrouble(missing);
    await attempt(async () => {
      const asked = { threadId, number: checked?.e164 ?? number, hasConsent: true as const, messageId };
      await asOwn(threadId, () => call('phone.request', { ...asked, ...times, lang, summary, assigneeId }));
      return `A call to ${name} is requested. It is under Phones.`;
    });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  if (slip.live !== null) return <p>A call was requested for this thread already. It is under Phones.</p>;
  return (
    // Ctrl+Enter is how everything that is written is handed over.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={phone.form} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <div className={phone.side}>
        <NumberField
          slip={slip}
          number={number}
          checked={checked}
          messageId={messageId}
          onChange={(next, from) => {
            setNumber(next);
            if (from !== undefined) setMessageId(from);
          }}
        />
        <Consent
          name={name}
          slip={slip}
          messageId={messageId}
          hasConsent={hasConsent}
          onMessage={setMessageId}
          onConsent={setHasConsent}
        />
        <WindowField value={window} onChange={setWindow} />
      </div>
      <div className={phone.side}>
        <div className={styles.field}>
          <label className={styles.label} htmlFor={`${id}-summary`}>
            What it is about
          </label>
          <textarea
            id={`${id}-summary`}
            className={phone.summary}
            value={summary}
            maxLength={8000}
            dir="auto"
            onChange={(event) => setSummary(event.target.value)}
          />
          <p className={styles.hint}>Made from the thread. Whoever calls reads this first.</p>
        </div>
        <div className={phone.pair}>
          <Languages value={lang} onChange={setLang} />
          <Callers value={assigneeId} onChange={setAssigneeId} />
        </div>
      </div>
      <div className={phone.end}>
        <FormFoot
          trouble={trouble}
          action="Request the call"
          title="Ctrl+Enter"
          leave="Cancel"
          onLeave={close}
        />
      </div>
    </form>
  );
};

const whatIsMissing = (isNumber: boolean, hasConsent: boolean, isWindow: boolean): string | null => {
  if (!isNumber) return 'A number to call is missing.';
  if (!hasConsent) return 'Nobody is called who has not agreed. Tick that the customer did.';
  return isWindow ? null : 'The window ends before it begins. Say from when until when.';
};
