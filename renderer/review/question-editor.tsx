import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { questionKinds, type FormQuestion, type QuestionKind } from '../../shared/review/form.ts';
import { Switch } from '../settings/parts.tsx';
import { Field, Text } from '../ui/field.tsx';
import { asked, asKind, moved, withOption, withoutQuestion, type Edit } from './edit-form.ts';
import forms from '../ui/form.module.css';
import styles from './form-editor.module.css';

const kindWords: Record<QuestionKind, string> = {
  'yes-no': 'Yes, no or not applicable',
  scale: '1 to 5',
  choice: 'One of several answers',
  text: 'In words',
};

type Props = { sectionId: string; question: FormQuestion; apply: (edit: Edit) => void };

/** One question of the form. */
export const QuestionEditor = ({ sectionId, question, apply }: Props) => {
  const { id, kind, text, help, weight, failsAll } = question;
  const change = (next: Partial<FormQuestion>): void => apply(asked(sectionId, id, next));
  return (
    <div className={styles.question}>
      <div className={styles.first}>
        <Text label="Question" value={text} maxLength={200} onChange={(next) => change({ text: next })} />
        <Field label="Answered by">
          {(worn) => (
            <select
              {...worn}
              className={forms.input}
              value={kind}
              onChange={(event) => apply(asKind(sectionId, id, event.target.value as QuestionKind))}
            >
              {questionKinds.map((one) => (
                <option key={one} value={one}>
                  {kindWords[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {kind !== 'text' && (
          <Field label="Weight">
            {(worn) => (
              <select
                {...worn}
                className={forms.input}
                value={weight}
                onChange={(event) => change({ weight: Number(event.target.value) })}
              >
                {Array.from({ length: 11 }, (_, one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <span className={styles.buttons}>
          <button
            type="button"
            className={styles.icon}
            title={`Move “${text}” up`}
            onClick={() => apply(moved(id, -1))}
          >
            <ArrowUp size={14} aria-hidden="true" />
            <span className="spoken">Move “{text}” up</span>
          </button>
          <button
            type="button"
            className={styles.icon}
            title={`Move “${text}” down`}
            onClick={() => apply(moved(id, 1))}
          >
            <ArrowDown size={14} aria-hidden="true" />
            <span className="spoken">Move “{text}” down</span>
          </button>
          <button
            type="button"
            className={styles.icon}
            title={`Remove “${text}”`}
            onClick={() => apply(withoutQuestion(sectionId, id))}
          >
            <Trash2 size={14} aria-hidden="true" />
            <span className="spoken">Remove “{text}”</span>
          </button>
        </span>
      </div>
      <Text
        label="What a good answer looks like"
        value={help}
        maxLength={400}
        onChange={(next) => change({ help: next })}
      />
      {kind === 'choice' && <Options question={question} change={change} />}
      {kind !== 'text' && (
        <Switch
          label="The worst answer makes the whole conversation fail"
          isOn={failsAll}
          onChange={(isOn) => change({ failsAll: isOn })}
        />
      )}
    </div>
  );
};

const Options = ({
  question: { options, ...rest },
  change,
}: {
  question: FormQuestion;
  change: (next: Partial<FormQuestion>) => void;
}) => (
  <div className={styles.options}>
    {options.map((option, at) => (
      <div key={option.id} className={styles.option}>
        <Text
          label={`Answer ${at + 1}`}
          value={option.text}
          maxLength={80}
          onChange={(text) => change({ options: options.with(at, { ...option, text }) })}
        />
        <Field label="Points of 100">
          {(worn) => (
            <input
              {...worn}
              className={forms.input}
              inputMode="numeric"
              value={String(option.points)}
              maxLength={3}
              autoComplete="off"
              onChange={(event) => {
                const points = Math.min(100, Number(event.target.value.replaceAll(/\D/gu, '')));
                change({ options: options.with(at, { ...option, points }) });
              }}
            />
          )}
        </Field>
        {options.length > 2 && (
          <button
            type="button"
            className={styles.icon}
            title={`Remove “${option.text}”`}
            onClick={() => change({ options: options.toSpliced(at, 1) })}
          >
            <Trash2 size={14} aria-hidden="true" />
            <span className="spoken">Remove “{option.text}”</span>
          </button>
        )}
      </div>
    ))}
    {options.length < 9 && (
      <div>
        <button
          type="button"
          className={forms.plain}
          onClick={() => change({ options: withOption({ options, ...rest }) })}
        >
          Add an answer
        </button>
      </div>
    )}
  </div>
);
