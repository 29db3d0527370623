import type { Parsed } from '../../../shared/api.ts';
import type { QuestionAgreement, SampleAgreement } from '../../../shared/api/review.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { cohensKappa, krippendorffsAlpha, percentAgreement } from '../../../shared/review/agreement.ts';
import { answersTo, notApplicable, scoredIn, type FormQuestion } from '../../../shared/review/form.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { getForm } from './forms.ts';
import { answersIn, getSample, type ScoreRow } from './rows.ts';

/** How alike those judged who judged the same, question by question. What I have still to judge is left out. */
export const readAgreement = (desk: Desk, { sampleId }: Parsed<'review.agreement'>): SampleAgreement => {
  assertMay(desk, 'review.work');
  const sample = getSample(desk.db, sampleId);
  const rows = desk.db.all<ScoreRow>(
    'SELECT c.* FROM review_picks p JOIN review_scores c ON c.pick_id = p.id WHERE p.sample_id = ? ' +
      'ORDER BY p.position, c.scorer_id',
    sampleId,
  );
  const byPick = new Map<string, ScoreRow[]>();
  for (const row of rows) byPick.set(row.pick_id, [...(byPick.get(row.pick_id) ?? []), row]);
  const isMineToDo = (scores: readonly ScoreRow[]): boolean =>
    scores.some(({ scorer_id, done_at }) => scorer_id === desk.me && done_at === null);
  const all = [...byPick.values()];
  const known = all
    .filter((scores) => !isMineToDo(scores))
    .map((scores) => scores.filter(({ done_at }) => done_at !== null));
  const scorers = [...new Set(known.flat().map(({ scorer_id }) => scorer_id))].toSorted();
  return {
    questions: scoredIn(getForm(desk.db, sample.form_id)).map((question) =>
      agreementOn(question, known, scorers),
    ),
    scorers: scorers as AgentId[],
    hidden: all.filter(isMineToDo).length,
  };
};

const agreementOn = (
  question: FormQuestion,
  picks: readonly (readonly ScoreRow[])[],
  scorers: readonly string[],
): QuestionAgreement => {
  const given = (score: ScoreRow): string | undefined => answersIn(score)[question.id];
  const units = picks.map((scores) => scores.flatMap((score) => given(score) ?? []));
  const isScale = question.kind === 'scale';
  // On a scale "not applicable" is nowhere: only what lies on it has a distance.
  const placed = isScale ? units.map((answers) => answers.filter((one) => one !== notApplicable)) : units;
  const pairs = picks.flatMap((scores): [string, string][] => {
    const [a, b] = scorers
      .map((id) => scores.find(({ scorer_id }) => scorer_id === id))
      .map((one) => one && given(one));
    return a !== undefined && b !== undefined ? [[a, b]] : [];
  });
  const flat = units.flat();
  return {
    questionId: question.id,
    text: question.text,
    units: units.filter(({ length }) => length >= 2).length,
    spread: [...answersTo(question), { answer: notApplicable, label: 'n/a' }]
      .map(({ answer, label }) => ({ label, count: flat.filter((one) => one === answer).length }))
      .filter(({ count }) => count > 0),
    percent: percentAgreement(units),
    kappa: scorers.length === 2 ? cohensKappa(pairs) : null,
    alpha: krippendorffsAlpha(placed, isScale ? 'interval' : 'nominal'),
  };
};
