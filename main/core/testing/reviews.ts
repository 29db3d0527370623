import type { Parsed } from '../../../shared/api.ts';
import type { AgentId, PickId, ScoreId, ThreadId } from '../../../shared/ids.ts';
import { defaultForm } from '../../../shared/review/default-form.ts';
import { scoredIn } from '../../../shared/review/form.ts';
import type { Desk } from '../desk.ts';
import { runWork, type LongWorks } from '../jobs/long.ts';
import { drawSample } from '../review/draw.ts';
import { answer, finish } from '../review/score.ts';
import { claim, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { arrive, makeDesk, ownReply, post, type TestDesk } from './desk.ts';
import { joins } from './people.ts';

/** Long works on the desk's own connection, at once. */
export const longOf = (desk: Desk): LongWorks => ({
  run: (name, input) => runWork(desk.db, name, input, { report: () => {}, goesOn: () => true }),
  close: () => Promise.resolve(),
});

/** A desk with two reviewers (`rv`, `rw`) and a supervisor (`sv`) beside `ab` and `cd`. */
export const reviewDesk = (): TestDesk => {
  const desk = makeDesk();
  joins(desk, 'rv', { role: 'reviewer' });
  joins(desk, 'rw', { role: 'reviewer' });
  joins(desk, 'sv', { role: 'supervisor' });
  return desk;
};

let written = 0;

/** So many conversations that this person has answered and closed. */
export const closed = (desk: TestDesk, agent: string, count: number, text = 'We are on it'): ThreadId[] =>
  Array.from({ length: count }, () => {
    written += 1;
    const customer = String(10_000 + written);
    const at = desk.clock.now;
    arrive(desk, [post(String(20_000 + written * 2), { authorRemoteId: customer, createdAt: at })]);
    const [{ id } = { id: '' as ThreadId }] = desk.db.all<{ id: ThreadId }>(
      'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ?',
      customer,
    );
    claim(desk.as(agent), { threadId: id, revision: getThread(desk.db, id).revision });
    const inReplyToRemoteId = String(20_000 + written * 2);
    arrive(
      desk,
      [ownReply(String(20_001 + written * 2), customer, { inReplyToRemoteId, text, createdAt: at + 60_000 })],
      'own',
    );
    desk.clock.now += 120_000;
    resolve(desk.as(agent), { threadId: id, revision: getThread(desk.db, id).revision });
    return id;
  });

export const draw = (
  desk: Desk,
  over: Partial<Omit<Parsed<'review.draw'>, 'rule' | 'scorers'>> & {
    rule?: Partial<Parsed<'review.draw'>['rule']>;
    scorers?: string[];
  } = {},
) =>
  drawSample(desk, longOf(desk), {
    mode: over.mode ?? 'single',
    seed: over.seed ?? 7,
    scorers: (over.scorers ?? ['rv']) as AgentId[],
    rule: {
      ...{ days: 30, agentId: null, queueId: null, accountId: null, tagId: null, traits: [] },
      ...{ perAgent: 3, again: false },
      ...over.rule,
    },
  });

export const picksOf = (desk: Desk): { id: PickId; thread_id: ThreadId; agent_id: string }[] =>
  desk.db.all('SELECT id, thread_id, agent_id FROM review_picks ORDER BY sample_id, position');

/** This person's review of the first pick, or of this one. */
export const scoreIdOf = (desk: Desk, scorer: string, pick?: PickId): ScoreId => {
  const found = desk.db.find<{ id: ScoreId }>(
    'SELECT id FROM review_scores WHERE scorer_id = ? AND pick_id = ?',
    scorer,
    pick ?? picksOf(desk)[0]?.id ?? '',
  );
  if (!found) throw new Error(`${scorer} has no review to make there`);
  return found.id;
};

const best = { 'yes-no': 'yes', scale: '5', choice: 'right', text: '' } as const;

/** Everything answered as well as it can be, but for these; then done. */
export const scored = (
  desk: TestDesk,
  scorer: string,
  over: Record<string, string> = {},
  pick?: PickId,
): ScoreId => {
  const scoreId = scoreIdOf(desk, scorer, pick);
  for (const { id: questionId, kind } of scoredIn(defaultForm)) {
    answer(desk.as(scorer), { scoreId, questionId, answer: over[questionId] ?? best[kind] });
  }
  finish(desk.as(scorer), { scoreId });
  return scoreId;
};
