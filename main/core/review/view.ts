import type { Parsed } from '../../../shared/api.ts';
import type {
  PickLine,
  PickView,
  ReviewWork,
  SampleLine,
  SampleRule,
  ScoreView,
} from '../../../shared/api/review.ts';
import type { AgentId, MessageId, NoteId, PickId, SampleId, ScoreId, ThreadId } from '../../../shared/ids.ts';
import { scoredIn } from '../../../shared/review/form.ts';
import { differencesIn, jointPoints } from '../../../shared/review/scoring.ts';
import type { Reader } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import { getForm } from './forms.ts';
import {
  answersIn,
  commentsOf,
  getPick,
  scoresOf,
  settledAnswers,
  type PickRow,
  type SampleRow,
  type ScoreRow,
} from './rows.ts';

/** Lists are as long as a person can look through. */
const most = 300;
const lastDone = 40;

/** What waits for me and what I did last, what is to be settled, and every sample that is shown. */
export const readWork = (desk: Desk): ReviewWork => {
  assertMay(desk, 'review.work');
  const { db, me } = desk;
  const open = db.all<PickRow>(
    'SELECT p.* FROM review_scores c INDEXED BY review_scores_by_scorer JOIN review_picks p ON p.id = c.pick_id ' +
      'JOIN review_samples s ON s.id = p.sample_id WHERE c.scorer_id = ? AND c.done_at IS NULL AND s.removed_at IS NULL ' +
      `ORDER BY p.asked_at IS NULL, s.drawn_at, p.position LIMIT ${most}`,
    me,
  );
  const done = db.all<PickRow>(
    'SELECT p.* FROM review_scores c INDEXED BY review_scores_by_scorer JOIN review_picks p ON p.id = c.pick_id ' +
      `WHERE c.scorer_id = ? AND c.done_at IS NOT NULL ORDER BY c.done_at DESC LIMIT ${lastDone}`,
    me,
  );
  const several = db.all<PickRow>(
    "SELECT p.* FROM review_samples s CROSS JOIN review_picks p ON p.sample_id = s.id AND (s.mode <> 'single' OR p.asked_at IS NOT NULL) " +
      'WHERE s.removed_at IS NULL ' +
      'AND p.agent_id <> ? AND (SELECT count(*) FROM review_scores c INDEXED BY review_scores_by_pick WHERE c.pick_id = p.id AND c.done_at IS NOT NULL) > 1 ' +
      'AND NOT EXISTS (SELECT 1 FROM review_scores c INDEXED BY review_scores_by_pick WHERE c.pick_id = p.id AND c.scorer_id = ? AND c.done_at IS NULL) ' +
      `ORDER BY s.drawn_at DESC, p.position LIMIT ${most}`,
    me,
    me,
  );
  const samples = db.all<SampleRow>(
    `SELECT * FROM review_samples WHERE removed_at IS NULL ORDER BY drawn_at DESC, id LIMIT ${most}`,
  );
  return {
    mine: [...open, ...done].map((row) => pickLine(desk, row)),
    differences: several.map((row) => pickLine(desk, row)).filter(({ differences }) => differences > 0),
    samples: samples.map((row) => sampleLine(db, row)),
  };
};

/** One conversation and what may be known of its reviews. */
export const openPick = (desk: Desk, { pickId }: Parsed<'review.open'>): PickView => {
  assertMay(desk, 'review.work');
  const { db } = desk;
  const row = getPick(db, pickId);
  const scores = scoresOf(db, pickId);
  const mine = scores.find(({ scorer_id }) => scorer_id === desk.me);
  const others = scores.filter((score) => score !== mine);
  const shown = others.filter((score) => maySee(desk, row, mine, score));
  const form = getForm(db, (mine ?? shown[0] ?? scores[0])?.form_id ?? '');
  const settled = settledAnswers(db, pickId);
  const known = [...(mine ? [mine] : []), ...shown].filter(({ done_at }) => done_at !== null);
  return {
    pick: pickLine(desk, row),
    form,
    mine: mine ? scoreView(db, mine) : null,
    others: shown.map((score) => scoreView(db, score)),
    hidden: others.length - shown.length,
    settled: known.length > 0 ? settled : {},
    joint: jointPoints(form, known.map(answersIn), settled),
  };
};

/** Nobody who is still to judge knows how others judged; whose work it is knows what they were told. */
const maySee = (desk: Desk, pick: PickRow, mine: ScoreRow | undefined, score: ScoreRow): boolean => {
  if (score.done_at === null) return false;
  if (pick.agent_id === desk.me) return score.note_id !== null;
  return mine === undefined || mine.done_at !== null;
};

const pickLine = (desk: Desk, row: PickRow): PickLine => {
  const { db, me } = desk;
  const scores = scoresOf(db, row.id);
  const mine = scores.find(({ scorer_id }) => scorer_id === me);
  const thread = db.find<{ handle: string; closed_at: number | null }>(
    'SELECT i.handle, t.closed_at FROM threads t JOIN identities i ON i.id = t.identity_id WHERE t.id = ?',
    row.thread_id,
  );
  const form = getForm(db, (mine ?? scores[0])?.form_id ?? '');
  const seen = scores.filter((score) => score === mine || maySee(desk, row, mine, score));
  return {
    id: row.id as PickId,
    sampleId: row.sample_id as SampleId,
    threadId: row.thread_id as ThreadId,
    agentId: row.agent_id as AgentId,
    handle: thread?.handle ?? '',
    closedAt: thread?.closed_at ?? null,
    mine: mine
      ? {
          id: mine.id as ScoreId,
          answered: scoredIn(form).filter(({ id }) => answersIn(mine)[id] !== undefined).length,
          of: scoredIn(form).length,
          points: mine.points,
          isDone: mine.done_at !== null,
        }
      : null,
    differences: openDifferences(
      db,
      row.id,
      form,
      seen.filter(({ done_at }) => done_at !== null),
    ),
    isAskedAgain: row.asked_at !== null,
  };
};

const openDifferences = (
  db: Reader,
  pickId: string,
  form: ReturnType<typeof getForm>,
  done: readonly ScoreRow[],
): number => {
  const settled = settledAnswers(db, pickId);
  return differencesIn(form, done.map(answersIn)).filter(({ id }) => settled[id] === undefined).length;
};

const sampleLine = (db: Reader, row: SampleRow): SampleLine => {
  const counts = db.find<{ picks: number; scores: number; done: number }>(
    'SELECT count(DISTINCT p.id) AS picks, count(c.id) AS scores, count(c.done_at) AS done ' +
      'FROM review_picks p LEFT JOIN review_scores c ON c.pick_id = p.id WHERE p.sample_id = ?',
    row.id,
  );
  return {
    id: row.id as SampleId,
    rule: JSON.parse(row.rule) as SampleRule,
    mode: row.mode,
    seed: row.seed,
    scorers: JSON.parse(row.scorers) as AgentId[],
    drawnBy: row.drawn_by as AgentId,
    drawnAt: row.drawn_at,
    ...(counts ?? { picks: 0, scores: 0, done: 0 }),
  };
};

const scoreView = (db: Reader, row: ScoreRow): ScoreView => ({
  id: row.id as ScoreId,
  scorerId: row.scorer_id as AgentId,
  answers: answersIn(row),
  comments: commentsOf(db, row.id).map(({ question_id, text, message_id }) => ({
    questionId: question_id,
    text,
    messageId: message_id as MessageId | null,
  })),
  points: row.points,
  isFailed: row.is_failed === 1,
  doneAt: row.done_at,
  noteId: row.note_id as NoteId | null,
  revision: row.revision,
});
