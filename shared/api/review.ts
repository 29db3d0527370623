import { z } from 'zod';
import type {
  AgentId,
  MessageId,
  NoteId,
  PickId,
  QueueId,
  ReviewFormId,
  SampleId,
  ScoreId,
  ThreadId,
} from '../ids.ts';
import { accountId, agentId, messageId, noteId, pickId, queueId, sampleId, scoreId, tagId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { questionKinds, type Answers, type FormBody } from '../review/form.ts';
import { modes, traits } from '../review/rule.ts';
import { gives, nothing, request, type Changed } from './request.ts';

const key = z.string().min(1).max(60);
const line = (most: number) => z.string().trim().max(most);
const written = (most: number) => z.string().trim().min(1).max(most);

const option = z.object({ id: key, text: written(80), points: z.number().int().min(0).max(100) });
const question = z.object({
  id: key,
  kind: z.enum(questionKinds),
  text: written(200),
  help: line(400),
  weight: z.number().int().min(0).max(10),
  failsAll: z.boolean(),
  /** Of a choice; as many as there are keys for them. */
  options: z.array(option).max(9),
});
/** What a team asks; how its parts must fit together is core's (`core/review/forms.ts`). */
export const formBody = z.object({
  name: written(60),
  sections: z
    .array(z.object({ id: key, title: written(60), questions: z.array(question).min(1).max(20) }))
    .min(1)
    .max(12),
});

export const sampleRule = z.object({
  /** Closed within so many days. */
  days: z.number().int().min(1).max(366),
  agentId: agentId.nullable().default(null),
  queueId: queueId.nullable().default(null),
  accountId: accountId.nullable().default(null),
  tagId: tagId.nullable().default(null),
  /** All of these must hold. */
  traits: z.array(z.enum(traits)).max(traits.length).default([]),
  perAgent: z.number().int().min(1).max(50),
  /** Also what was drawn before. */
  again: z.boolean().default(false),
});
export type SampleRule = z.output<typeof sampleRule>;

/** Quality: what is looked at, what is asked of it, how it did, and what comes of it. */
export const reviewRequests = {
  'review.forms': request(nothing, gives<ReviewForms>()),
  /** Keeps the draft of the next version. `revision`: of the draft as the window has it; null: there was none. */
  'review.saveForm': request(
    z.object({ body: formBody, revision: z.number().int().nullable() }),
    gives<ReviewForm>(),
  ),
  /** From now on samples are drawn for it; what was scored keeps its version. */
  'review.publishForm': request(z.object({ revision: z.number().int() }), gives<Changed>()),
  'review.discardForm': request(z.object({ revision: z.number().int() }), gives<Changed>()),

  'review.draw': request(
    z.object({
      rule: sampleRule,
      mode: z.enum(modes),
      scorers: z.array(agentId).min(1).max(30),
      /** The same rule and number draw the same again; null: any. */
      seed: z
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .nullable()
        .default(null),
    }),
    gives<Drawn>(),
  ),
  'review.putAway': request(z.object({ sampleId }), gives<Changed>()),
  'review.work': request(nothing, gives<ReviewWork>()),
  'review.open': request(z.object({ pickId }), gives<PickView>()),
  /** Kept as it is given; null takes it back. */
  'review.answer': request(z.object({ scoreId, questionId: key, answer: key.nullable() }), gives<Changed>()),
  'review.comment': request(
    z.object({ scoreId, questionId: key, text: line(4000), messageId: messageId.nullable() }),
    gives<Changed>(),
  ),
  'review.finish': request(z.object({ scoreId }), gives<Changed>()),
  'review.settle': request(z.object({ pickId, questionId: key, answer: key }), gives<Changed>()),
  'review.send': request(z.object({ scoreId }), gives<Changed & { noteId: NoteId }>()),
  /** Asked by the agent whose work it is, on the note that told them. */
  'review.lookAgain': request(z.object({ noteId }), gives<Changed & { scorer: string }>()),
  'review.agreement': request(z.object({ sampleId }), gives<SampleAgreement>()),
  'review.measures': request(z.object({ days: z.number().int().min(1).max(366) }), gives<Measures>()),
};

export type ReviewForm = FormBody & {
  id: ReviewFormId;
  /** Null: a draft. */
  version: number | null;
  /** Null: the one the desk came with. */
  madeBy: AgentId | null;
  madeAt: Ms | null;
  revision: number;
};
export type ReviewForms = { current: ReviewForm; draft: ReviewForm | null; versions: readonly ReviewForm[] };

/** `left`: found, but nobody but their own author could score them. */
export type Drawn = { sampleId: SampleId; drawn: number; left: number; found: number };

export type SampleLine = {
  id: SampleId;
  rule: SampleRule;
  mode: (typeof modes)[number];
  seed: number;
  scorers: readonly AgentId[];
  drawnBy: AgentId;
  drawnAt: Ms;
  picks: number;
  scores: number;
  done: number;
};

export type PickLine = {
  id: PickId;
  sampleId: SampleId;
  threadId: ThreadId;
  /** Whose work it is. */
  agentId: AgentId;
  handle: string;
  closedAt: Ms | null;
  /** My review of it; null: somebody else's to make. */
  mine: { id: ScoreId; answered: number; of: number; points: number | null; isDone: boolean } | null;
  /** Questions on which those who are done differ and nothing is settled. */
  differences: number;
  isAskedAgain: boolean;
};

export type ReviewWork = {
  /** What waits for me, and what I did last. */
  mine: readonly PickLine[];
  /** Differences I may settle. */
  differences: readonly PickLine[];
  samples: readonly SampleLine[];
};

export type ScoreView = {
  id: ScoreId;
  scorerId: AgentId;
  answers: Answers;
  comments: readonly { questionId: string; text: string; messageId: MessageId | null }[];
  points: number | null;
  isFailed: boolean;
  doneAt: Ms | null;
  noteId: NoteId | null;
  revision: number;
};

export type PickView = {
  pick: PickLine;
  form: ReviewForm;
  mine: ScoreView | null;
  /** Those that may be seen: none before mine is done. */
  others: readonly ScoreView[];
  /** How many there are that may not be seen yet, done or not. */
  hidden: number;
  settled: Answers;
  /** What all of it comes to; null while nobody is done. */
  joint: number | null;
};

export type QuestionAgreement = {
  questionId: string;
  text: string;
  /** Conversations that at least two have answered. */
  units: number;
  /** How often each answer was given. */
  spread: readonly { label: string; count: number }[];
  percent: number | null;
  /** Of two scorers only. */
  kappa: number | null;
  alpha: number | null;
};
export type SampleAgreement = {
  questions: readonly QuestionAgreement[];
  scorers: readonly AgentId[];
  /** Conversations left out, because I have not scored them yet. */
  hidden: number;
};

/** A share with what it is of; its `n` is said beside it. */
export type Share = { of: number; n: number };
export type MeasureLine = {
  resolved: number;
  /** Resolved by the first contact and not back within 72 hours. */
  firstContact: Share;
  reopened: Share;
  thanked: Share;
  /** Median, from the customer’s first message to our first answer; null: nothing was answered. */
  firstAnswerMs: { median: Ms | null; n: number };
  /** Mean of reviews that are done. */
  quality: { mean: number | null; n: number };
};
export type Measures = {
  from: Ms;
  until: Ms;
  all: MeasureLine;
  people: readonly (MeasureLine & { agentId: AgentId })[];
  queues: readonly (MeasureLine & { queueId: QueueId | null })[];
};
