import { sentiments, type Priority } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import { Text } from '../ui/field.tsx';
import { ruleOf, type RuleFields } from './draft.ts';
import { Some } from './some.tsx';
import { kindWords, priorityWords, ruleWords, sentimentWords } from './words.ts';
import styles from './queues.module.css';

type Props = {
  fields: RuleFields;
  /** From 1. */
  place: number;
  isOpen: boolean;
  onChange: (fields: RuleFields) => void;
  onRemove: () => void;
};

const kinds = ['any', 'post', 'dm'] as const;
const priorities: readonly Priority[] = [0, 1, 2, 3];

/** One rule: what it says in one line, and its parts when it is opened. All that are given must hold. */
export const RuleForm = ({ fields, place, isOpen, onChange, onRemove }: Props) => {
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  const change = (part: Partial<RuleFields>): void => onChange({ ...fields, ...part });
  return (
    <details className={styles.rule} open={isOpen}>
      <summary className={styles.summary}>
        <span className={styles.place}>Rule {place}</span> {ruleWords(ruleOf(fields), { accounts, tags })}
      </summary>
      <div className={styles.parts}>
        <div className={styles.pair}>
          <Text
            label="Any of these words"
            hint="Commas between them; phrases, #tags, @handles and emoji too."
            value={fields.words}
            onChange={(words) => change({ words })}
          />
          <Text
            label="None of these words"
            value={fields.notWords}
            onChange={(notWords) => change({ notWords })}
          />
        </div>
        <div className={styles.pair}>
          <fieldset className={styles.some}>
            <legend className={styles.legend}>Written</legend>
            {kinds.map((kind) => (
              <label key={kind} className={styles.chip}>
                <input
                  type="radio"
                  name={`kind-${place}`}
                  checked={fields.kind === kind}
                  onChange={() => change({ kind })}
                />
                {kind === 'any' ? 'anywhere' : kindWords[kind]}
              </label>
            ))}
          </fieldset>
          <Text
            label="Language"
            hint="As networks tell them: en, pl."
            value={fields.languages}
            onChange={(languages) => change({ languages })}
          />
        </div>
        <div className={styles.pair}>
          <Some
            label="Sounds"
            options={sentiments.map((value) => ({ value, label: sentimentWords[value] }))}
            chosen={fields.sentiments}
            onChange={(chosen) => change({ sentiments: chosen })}
          />
          <Some
            label="Priority"
            options={priorities.map((value) => ({ value, label: priorityWords[value] }))}
            chosen={fields.priorities}
            onChange={(chosen) => change({ priorities: chosen })}
          />
        </div>
        {accounts.length > 1 && (
          <Some
            label="Account"
            options={accounts.map(({ account }) => ({ value: account.id, label: `@${account.handle}` }))}
            chosen={fields.accounts}
            onChange={(chosen) => change({ accounts: chosen })}
          />
        )}
        {tags.length > 0 && (
          <Some
            label="The customer has a tag"
            options={tags.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={fields.tags}
            onChange={(chosen) => change({ tags: chosen })}
          />
        )}
        <div>
          <button type="button" className={styles.small} onClick={onRemove}>
            Remove rule {place}
          </button>
        </div>
      </div>
    </details>
  );
};
