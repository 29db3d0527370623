import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import type { Drawn } from '../../../shared/api/review.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SampleId } from '../../../shared/ids.ts';
import type { Mode } from '../../../shared/review/rule.ts';
import { scorersFor, type Candidate } from '../../../shared/review/sampling.ts';
import { may } from '../../../shared/roles.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay, getOnRoster } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import type { LongWorks } from '../jobs/long.ts';
import { findThread } from '../threads/rows.ts';
import { wasDrawn } from './drawing.ts';
import { currentForm } from './forms.ts';
import { getSample, putPick, putSample, putScore } from './rows.ts';

/** How many review each conversation; null: everybody. */
const each: Record<Mode, number | null> = { single: 1, double: 2, calibration: null };

/** Draws a sample by rule and gives each conversation to its reviewers. Throws `bad-input` when there are too few of them. */
export const drawSample = async (
  desk: Desk,
  long: LongWorks,
  { rule, mode, scorers, seed: asked }: Parsed<'review.draw'>,
): Promise<Drawn> => {
  assertMay(desk, 'review.work');
  const able = [...new Set<string>(scorers)];
  assertScorers(desk, mode, able);
  const seed = asked ?? Math.floor(desk.random() * 2 ** 31);
  const { drawn, found } = await long.run('drawSample', { rule, seed, now: desk.now() });
  const fresh = (tx: Tx, { threadId }: Candidate): boolean =>
    findThread(tx, threadId) !== undefined &&
    (rule.again || tx.find(`SELECT 1 WHERE ${wasDrawn('?')}`, threadId) === undefined);
  const id = newId(desk);
  const what = { op: 'review.draw', by: desk.me, input: { id, rule, mode, seed, scorers: able } };
  const { value } = operate(desk, what, (tx, at) => {
    // What somebody else drew meanwhile is theirs.
    const still = drawn.filter((one) => fresh(tx, one));
    const given = scorersFor(still, able, { seed, each: each[mode] });
    const least = mode === 'single' ? 1 : 2;
    const taken = still.flatMap((one, place) => {
      const who = given[place] ?? [];
      return who.length >= least ? [{ ...one, who }] : [];
    });
    const form_id = currentForm(tx).id;
    if (taken.length > 0) {
      putSample(tx, {
        ...{ id, mode, seed, form_id, drawn_by: desk.me, drawn_at: at, removed_at: null },
        ...{ rule: JSON.stringify(rule), scorers: JSON.stringify(able) },
      });
    }
    for (const [position, { threadId, agentId, who }] of taken.entries()) {
      const pick = newId(desk);
      putPick(tx, {
        ...{ id: pick, sample_id: id, thread_id: threadId, agent_id: agentId, position, asked_at: null },
      });
      for (const scorer of who) giveTo(tx, desk, { pick, scorer, form: form_id, at });
    }
    return {
      value: { sampleId: id as SampleId, drawn: taken.length, left: still.length - taken.length, found },
      inverse: { op: 'review.putAway', input: { id } },
    };
  });
  return value;
};

/** An empty review for this person. Returns its id. */
export const giveTo = (
  tx: Tx,
  desk: Desk,
  { pick, scorer, form, at }: { pick: string; scorer: string; form: string; at: number },
): string => {
  const id = newId(desk);
  putScore(tx, {
    ...{ id, pick_id: pick, scorer_id: scorer, form_id: form, answers: '{}', points: null },
    ...{ is_failed: 0, done_at: null, note_id: null, created_at: at },
  });
  return id;
};

/** Out of the way; what was scored counts still. */
export const putAway = (desk: Desk, { sampleId: id }: Parsed<'review.putAway'>): Changed => {
  assertMay(desk, 'review.work');
  if (getSample(desk.db, id).removed_at !== null) return { seq: null };
  const { seq } = operate(desk, { op: 'review.putAway', by: desk.me, input: { id } }, (tx, at) => {
    putSample(tx, { ...getSample(tx, id), removed_at: at });
    return { value: null, inverse: { op: 'review.bringBack', input: { id } } };
  });
  return { seq };
};

const onSample = z.object({ id: z.string() });

export const drawInverses: Inverses = {
  'review.putAway': taking(onSample, (tx, { id }, at) => {
    const row = getSample(tx, id);
    if (row.removed_at !== null) throw new AppError('moved-on', 'This sample was put away already.');
    putSample(tx, { ...row, removed_at: at });
  }),
  'review.bringBack': taking(onSample, (tx, { id }) =>
    putSample(tx, { ...getSample(tx, id), removed_at: null }),
  ),
};

const assertScorers = (desk: Desk, mode: Mode, ids: readonly string[]): void => {
  for (const id of ids) {
    const { name, role } = getOnRoster(desk.db, id);
    if (!may(role, 'review.work')) throw new AppError('bad-input', `${name} may not review.`);
  }
  if (mode !== 'single' && ids.length < 2)
    throw new AppError('bad-input', 'Two reviewers are needed for this, or more. Choose another one.');
};
