import { useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/api.ts';
import type { ReviewForms } from '../../shared/api/review.ts';
import { failureOf } from '../../shared/errors.ts';
import type { FormBody } from '../../shared/review/form.ts';
import { call } from '../call.ts';
import { set } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot, Trouble } from '../ui/form-foot.tsx';
import { refresh } from './acts.ts';
import { named, titledAs, withQuestion, withSection, type Edit } from './edit-form.ts';
import { QuestionEditor } from './question-editor.tsx';
import forms from '../ui/form.module.css';
import styles from './form-editor.module.css';

const close = (): void => set({ overlay: null });

/** The form of reviews: a draft that is kept as one goes, until it is published as the next version. */
export const EditReviewForm = () => {
  const [known, setKnown] = useState<ReviewForms | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    call('review.forms', {}).then(setKnown, (error: unknown) => setTrouble(failureOf(error).message));
  }, []);
  return (
    <Dialog title="The form of reviews" size="wide">
      {known ? <Editor known={known} /> : <Trouble words={trouble} />}
    </Dialog>
  );
};

const Editor = ({ known: { current, draft } }: { known: ReviewForms }) => {
  const [first] = useState<FormBody>(() => bodyOf(draft ?? current));
  const [body, setBody] = useState(first);
  const [revision, setRevision] = useState(draft?.revision ?? null);
  const [trouble, setTrouble] = useState<string | null>(null);
  /** As it is on disk, and the keeping that is under way: one waits for the other. */
  const disk = useRef({ body: JSON.stringify(first), revision: draft?.revision ?? null });
  const keeping = useRef<Promise<unknown>>(Promise.resolve());
  const next = (current.version ?? 1) + 1;
  const apply = (edit: Edit): void => setBody((before) => edit(before));

  /** The revision of the draft on disk; null: nothing was changed. Throws what keeps it from being kept. */
  const keep = (): Promise<number | null> => {
    const mine = keeping.current
      .catch(() => undefined)
      .then(async () => {
        if (JSON.stringify(body) === disk.current.body) return disk.current.revision;
        const saved = await call('review.saveForm', {
          body: structuredClone(body) as Input<'review.saveForm'>['body'],
          revision: disk.current.revision,
        });
        disk.current = { body: JSON.stringify(body), revision: saved.revision };
        setRevision(saved.revision);
        return saved.revision;
      });
    keeping.current = mine;
    return mine;
  };
  const attempt = async (job: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await job();
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  const publish = (): Promise<void> =>
    attempt(async () => {
      const at = await keep();
      if (at === null) return close();
      await call('review.publishForm', { revision: at });
      notify(`Version ${next} is the form from now on. What was scored keeps its own.`);
      void refresh();
      close();
    });
  const discard = (): Promise<void> =>
    attempt(async () => {
      await keeping.current.catch(() => undefined);
      const at = disk.current.revision;
      if (at !== null) await call('review.discardForm', { revision: at });
      notify('The draft is gone. Undo brings it back.');
      close();
    });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={forms.form}
      // A draft is kept with every step of the keyboard, so that nothing is lost by leaving.
      onBlur={() => void attempt(async () => void (await keep()))}
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <p className={forms.hint}>
        {revision === null
          ? `This is version ${current.version}, as it is used. What you change is a draft until you publish it.`
          : `A draft of version ${next}, kept as you go. Samples are drawn for version ${current.version} until it is published.`}
      </p>
      <Text
        label="Name of the form"
        value={body.name}
        maxLength={60}
        onChange={(name) => apply(named(name))}
      />
      {body.sections.map((section) => (
        <fieldset key={section.id} className={styles.section}>
          <legend className="spoken">{section.title}</legend>
          <Text
            label="Section"
            value={section.title}
            maxLength={60}
            onChange={(title) => apply(titledAs(section.id, title))}
          />
          {section.questions.map((question) => (
            <QuestionEditor key={question.id} sectionId={section.id} question={question} apply={apply} />
          ))}
          <div>
            <button type="button" className={forms.plain} onClick={() => apply(withQuestion(section.id))}>
              Add a question
            </button>
          </div>
        </fieldset>
      ))}
      <FormFoot
        trouble={trouble}
        action={`Publish version ${next}`}
        leave={revision === null ? 'Leave as it is' : 'Leave as a draft'}
        isOff={revision === null && body === first}
        onLeave={() => void attempt(async () => void (await keep())).then(close)}
      >
        <button type="button" className={forms.plain} onClick={() => apply(withSection)}>
          Add a section
        </button>
        {revision !== null && (
          <button type="button" className={forms.plain} onClick={() => void discard()}>
            Discard the draft
          </button>
        )}
      </FormFoot>
    </form>
  );
};

const bodyOf = ({ name, sections }: FormBody): FormBody => ({ name, sections });
