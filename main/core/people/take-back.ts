import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { duties } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { getAccount, putAccount } from '../accounts/rows.ts';
import { getOnRoster } from '../agents.ts';
import { putQuestion, type QuestionRow } from '../experts/rows.ts';
import { taking, type Inverses } from '../inverse.ts';
import { putEscalation, type EscalationRow } from '../phone/rows.ts';
import { patchInverses } from '../threads/patch.ts';
import { writeDuty } from './duty.ts';
import { removeNotes } from './hand-over-note.ts';

const text = z.string();
const sides = <S extends z.ZodType>(columns: S) =>
  z.array(z.object({ id: text, was: columns, now: columns }));

const takeBack = z.object({
  agentId: text,
  duty: z.enum(duties),
  since: z.number(),
  steps: z.array(z.object({ id: text, was: z.record(text, z.unknown()), now: z.record(text, z.unknown()) })),
  callbacks: sides(z.object({ assignee_id: text.nullable() })),
  questions: sides(z.object({ expert_id: text, state: z.enum(['open', 'answered', 'withdrawn']) })),
  batons: z.array(z.object({ accountId: text, was: text.nullable(), now: text })),
  notes: z.array(text),
});

export const handOverInverses: Inverses = {
  /** They are on duty again, with all that nobody has touched since; what a successor has worked on stays theirs. */
  'duty.takeBack': taking(takeBack, (tx, back, at, desk) => {
    const row = getOnRoster(tx, back.agentId);
    if (row.duty !== 'off')
      throw new AppError('moved-on', `${row.name} is on duty again by now. Nothing was changed.`);
    restoreThreads(back.steps, () => patchInverses['threads.restore']?.(tx, desk, at, { steps: back.steps }));
    for (const moved of back.callbacks) restoreCallback(tx, moved);
    for (const moved of back.questions) restoreQuestion(tx, moved);
    for (const { accountId, now } of back.batons) {
      const account = getAccount(tx, accountId);
      if (account.baton_id === now) putAccount(tx, { ...account, baton_id: back.agentId });
    }
    removeNotes(tx, at, back.notes);
    writeDuty(tx, row, back.duty, back.since);
  }),
};

/** That no thread is left to give back does not keep somebody off duty. */
const restoreThreads = (steps: readonly unknown[], restore: () => void): void => {
  if (steps.length === 0) return;
  try {
    restore();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'moved-on') throw error;
  }
};

type Back = z.infer<typeof takeBack>;

const restoreCallback = (tx: Tx, { id, was, now }: Back['callbacks'][number]): void => {
  const row = tx.find<EscalationRow>('SELECT * FROM escalations WHERE id = ? AND ended_at IS NULL', id);
  if (row && row.assignee_id === now.assignee_id) putEscalation(tx, { ...row, ...was });
};

const restoreQuestion = (tx: Tx, { id, was, now }: Back['questions'][number]): void => {
  const row = tx.find<QuestionRow>('SELECT * FROM questions WHERE id = ?', id);
  if (!row || row.state !== now.state || row.expert_id !== now.expert_id) return;
  putQuestion(tx, { ...row, ...was, ended_at: null });
};
