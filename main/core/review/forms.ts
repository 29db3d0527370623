import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import type { ReviewForm, ReviewForms } from '../../../shared/api/review.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, ReviewFormId } from '../../../shared/ids.ts';
import { defaultForm, defaultFormId } from '../../../shared/review/default-form.ts';
import {
  questionsOf,
  type FormBody,
  type FormQuestion,
  type FormSection,
} from '../../../shared/review/form.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';

/** The only file that writes `review_forms`. */
type FormRow = {
  id: string;
  version: number | null;
  name: string;
  /** JSON. */
  sections: string;
  made_by: string;
  made_at: number;
  removed_at: number | null;
  revision: number;
};

const putForm = (tx: Tx, row: Omit<FormRow, 'revision'>): void => put(tx, 'review_forms', row);

const first: ReviewForm = {
  ...defaultForm,
  id: defaultFormId as ReviewFormId,
  version: 1,
  madeBy: null,
  madeAt: null,
  revision: 0,
};

/** Throws `not-found`. */
export const getForm = (db: Reader, id: string): ReviewForm =>
  id === defaultFormId ? first : formOf(getRow(db, id));

/** What a sample is drawn for now. */
export const currentForm = (db: Reader): ReviewForm => {
  const row = db.find<FormRow>(
    'SELECT * FROM review_forms WHERE version IS NOT NULL AND removed_at IS NULL ORDER BY version DESC LIMIT 1',
  );
  return row ? formOf(row) : first;
};

export const readForms = (desk: Desk): ReviewForms => {
  assertMay(desk, 'review.work');
  const draft = findDraft(desk.db);
  const rows = desk.db.all<FormRow>(
    'SELECT * FROM review_forms WHERE version IS NOT NULL AND removed_at IS NULL ORDER BY version DESC',
  );
  return {
    current: currentForm(desk.db),
    draft: draft ? formOf(draft) : null,
    versions: [...rows.map(formOf), first],
  };
};

export const saveForm = (desk: Desk, { body, revision }: Parsed<'review.saveForm'>): ReviewForm => {
  assertMay(desk, 'review.work');
  assertWhole(body);
  const draft = findDraft(desk.db);
  if ((draft?.revision ?? null) !== revision) throw changedMeanwhile();
  const id = draft?.id ?? newId(desk);
  const sections = JSON.stringify(body.sections);
  operate(desk, { op: 'review.saveForm', by: desk.me, input: { id } }, (tx, at) => {
    const row = {
      id,
      version: null,
      name: body.name,
      sections,
      made_by: desk.me,
      made_at: at,
      removed_at: null,
    };
    putForm(tx, row);
    const was = draft ? { name: draft.name, sections: draft.sections } : null;
    return { value: null, inverse: { op: 'review.formBack', input: { id, now: sections, was } } };
  });
  return formOf(getRow(desk.db, id));
};

export const publishForm = (desk: Desk, { revision }: Parsed<'review.publishForm'>): Changed => {
  assertMay(desk, 'review.work');
  const draft = getDraft(desk.db, revision);
  const version = (currentForm(desk.db).version ?? 1) + 1;
  const { id } = draft;
  const { seq } = operate(
    desk,
    { op: 'review.publishForm', by: desk.me, input: { id, version } },
    (tx, at) => {
      putForm(tx, { ...draft, version, made_by: desk.me, made_at: at });
      return { value: null, inverse: { op: 'review.unpublishForm', input: { id } } };
    },
  );
  return { seq };
};

export const discardForm = (desk: Desk, { revision }: Parsed<'review.discardForm'>): Changed => {
  assertMay(desk, 'review.work');
  const draft = getDraft(desk.db, revision);
  const { id } = draft;
  const { seq } = operate(desk, { op: 'review.discardForm', by: desk.me, input: { id } }, (tx, at) => {
    putForm(tx, { ...draft, removed_at: at });
    return { value: null, inverse: { op: 'review.formKept', input: { id } } };
  });
  return { seq };
};

const onForm = z.object({ id: z.string() });

export const formInverses: Inverses = {
  'review.formBack': taking(
    onForm.extend({ now: z.string(), was: z.object({ name: z.string(), sections: z.string() }).nullable() }),
    (tx, { id, now, was }, at) => {
      const row = getRow(tx, id);
      if (row.version !== null || row.removed_at !== null || row.sections !== now) throw changedMeanwhile();
      putForm(tx, was ? { ...row, ...was } : { ...row, removed_at: at });
    },
  ),
  'review.unpublishForm': taking(onForm, (tx, { id }) => {
    const row = getRow(tx, id);
    const isUsed = tx.find('SELECT 1 FROM review_samples WHERE form_id = ? LIMIT 1', id) !== undefined;
    if (isUsed) throw new AppError('moved-on', 'A sample was drawn for this form already. It stays.');
    if (findDraft(tx))
      throw new AppError('moved-on', 'There is another draft by now. The form stays published.');
    putForm(tx, { ...row, version: null });
  }),
  'review.formKept': taking(onForm, (tx, { id }) => {
    if (findDraft(tx)) throw new AppError('moved-on', 'There is another draft by now.');
    putForm(tx, { ...getRow(tx, id), removed_at: null });
  }),
};

/** Throws `bad-input`, in words, when a form could not be answered or counted. */
const assertWhole = (body: FormBody): void => {
  const questions = questionsOf(body);
  if (new Set(questions.map(({ id }) => id)).size < questions.length)
    throw new AppError('bad-input', 'Two questions of this form are the same one.');
  if (!questions.some(({ kind, weight }) => kind !== 'text' && weight > 0))
    throw new AppError('bad-input', 'Nothing in this form counts: give a question a weight.');
  for (const question of questions) assertAnswerable(question);
};

const assertAnswerable = ({ kind, text, options }: FormQuestion): void => {
  if (kind !== 'choice') return;
  if (options.length < 2) throw new AppError('bad-input', `“${text}” needs two answers to choose from.`);
  const ids = options.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.includes('na'))
    throw new AppError('bad-input', `Two answers to “${text}” are the same one.`);
};

const findDraft = (db: Reader): FormRow | undefined =>
  db.find<FormRow>('SELECT * FROM review_forms WHERE version IS NULL AND removed_at IS NULL LIMIT 1');

const getDraft = (db: Reader, revision: number): FormRow => {
  const draft = findDraft(db);
  if (!draft) throw new AppError('not-found', 'There is no draft of a form.');
  if (draft.revision !== revision) throw changedMeanwhile();
  return draft;
};

const getRow = (db: Reader, id: string): FormRow => {
  const row = db.find<FormRow>('SELECT * FROM review_forms WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This form is no longer on this desk.');
  return row;
};

const changedMeanwhile = (): AppError =>
  new AppError('moved-on', 'Somebody has changed this form meanwhile. Open it again; yours was not saved.');

const formOf = (row: FormRow): ReviewForm => ({
  name: row.name,
  sections: JSON.parse(row.sections) as FormSection[],
  id: row.id as ReviewFormId,
  version: row.version,
  madeBy: row.made_by as AgentId,
  madeAt: row.made_at,
  revision: row.revision,
});
