import { useState } from 'react';
import type { RetentionRule } from '../../shared/api/retention.ts';
import { failureOf } from '../../shared/errors.ts';
import type { Account } from '../../shared/model.ts';
import { call } from '../call.ts';
import { Name } from '../text/name.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { DaysField, daysOf, spanOf } from './days-field.tsx';
import { previewWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './retention.module.css';

type Props = { account: Account; rule: RetentionRule | undefined; mayManage: boolean; onSaved: () => void };

/** How long one brand keeps what is closed: tried first, then set. */
export const RuleForm = ({ account, rule, mayManage, onSaved }: Props) => {
  const [closed, setClosed] = useState(spanOf(rule?.closedDays ?? null));
  const [direct, setDirect] = useState(spanOf(rule?.directDays ?? null));
  const [told, setTold] = useState<string | null>(null);
  const { trouble, setTrouble, attempt } = useAttempt(onSaved);
  const [closedDays, directDays] = [daysOf(closed), daysOf(direct)];
  const isWrong = closedDays === undefined || directDays === undefined;
  const asked = { accountId: account.id, closedDays: closedDays ?? null, directDays: directDays ?? null };
  const isSame =
    asked.closedDays === (rule?.closedDays ?? null) && asked.directDays === (rule?.directDays ?? null);
  const look = async (): Promise<void> => {
    setTrouble(null);
    setTold('Counting…');
    try {
      setTold(previewWords(await call('retention.preview', asked)));
    } catch (error) {
      setTold(null);
      setTrouble(failureOf(error).message);
    }
  };
  const change =
    <T,>(apply: (value: T) => void) =>
    (value: T): void => {
      setTold(null);
      apply(value);
    };
  return (
    <form
      className={styles.rule}
      aria-label={`What @${account.handle} keeps`}
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await call('retention.save', asked);
          return 'Set. What is due by it goes from now on, once a day.';
        });
      }}
    >
      <Name className={styles.brand}>{`@${account.handle}`}</Name>
      <div className={styles.fields}>
        <DaysField
          label="Closed conversations are kept for"
          never="Ever"
          hint="With everything in them, counted from the day they were closed. Open ones always stay."
          span={closed}
          isOff={!mayManage}
          onChange={change(setClosed)}
        />
        <DaysField
          label="Direct messages in them for"
          never="As long as their conversation"
          hint="Only what they say goes; that they were written, and when, stays with the conversation."
          span={direct}
          isOff={!mayManage}
          onChange={change(setDirect)}
        />
      </div>
      {told !== null && <output className={styles.told}>{told}</output>}
      <Trouble words={trouble} />
      {mayManage && (
        <div className={form.buttons}>
          <button type="button" className={form.plain} disabled={isWrong} onClick={() => void look()}>
            Try it: what would go
          </button>
          <button type="submit" className={form.primary} disabled={isWrong || isSame}>
            Set
          </button>
        </div>
      )}
    </form>
  );
};
