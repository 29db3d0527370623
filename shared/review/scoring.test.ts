import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultForm } from './default-form.ts';
import {
  answersTo,
  notApplicable,
  scoredIn,
  type Answers,
  type FormBody,
  type FormQuestion,
} from './form.ts';
import { differencesIn, jointPoints, scoreOf } from './scoring.ts';

const all = (answer: 'best' | 'worst'): Answers =>
  Object.fromEntries(
    scoredIn(defaultForm).map((question) => {
      const answers = answersTo(question);
      const [first, last] = [answers[0]?.answer ?? '', answers.at(-1)?.answer ?? ''];
      const isUp = question.kind === 'scale';
      return [question.id, (answer === 'best') === isUp ? last : first];
    }),
  );

it('counts each answer by its weight, as by hand', () => {
  expect(scoreOf(defaultForm, all('best'))).toEqual({ points: 100, isFailed: false, missing: [] });
  // greeting 1·1, understood 3·½, facts 3·½, tone 2·¾, next 2·0, privacy 2·1 of 13
  const some = { greeting: 'yes', understood: '3', facts: 'partly', tone: '4', next: 'no', privacy: 'yes' };
  expect(scoreOf(defaultForm, some).points).toBeCloseTo((100 * (1 + 1.5 + 1.5 + 1.5 + 0 + 2)) / 13, 10);
});

it('fails the whole for one thing, and says so', () => {
  expect(scoreOf(defaultForm, { ...all('best'), privacy: 'no' })).toMatchObject({
    points: 0,
    isFailed: true,
  });
});

it('knows what is missing, and gives nothing for nothing', () => {
  expect(scoreOf(defaultForm, {})).toMatchObject({ points: null, isFailed: false });
  expect(scoreOf(defaultForm, {}).missing).toEqual(scoredIn(defaultForm).map(({ id }) => id));
  const away = Object.fromEntries(scoredIn(defaultForm).map(({ id }) => [id, notApplicable]));
  expect(scoreOf(defaultForm, away)).toEqual({ points: null, isFailed: false, missing: [] });
});

const question = (id: number): fc.Arbitrary<FormQuestion> =>
  fc.record({
    id: fc.constant(`q${id}`),
    kind: fc.constantFrom('yes-no', 'scale', 'choice', 'text'),
    text: fc.constant('?'),
    help: fc.constant(''),
    weight: fc.integer({ min: 1, max: 10 }),
    failsAll: fc.boolean(),
    options: fc.constant([
      { id: 'a', text: 'A', points: 100 },
      { id: 'b', text: 'B', points: 30 },
      { id: 'c', text: 'C', points: 0 },
    ]),
  });
const form: fc.Arbitrary<FormBody> = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => question(at))))
  .map((questions) => ({ name: 'F', sections: [{ id: 's', title: 'S', questions }] }));
const answered = form.chain((body) =>
  fc
    .tuple(
      ...scoredIn(body).map((one) =>
        fc.constantFrom(...answersTo(one).map(({ answer }) => answer), notApplicable),
      ),
    )
    .map((given) => ({
      body,
      answers: Object.fromEntries(scoredIn(body).map(({ id }, at) => [id, given[at] ?? notApplicable])),
    })),
);

it('lies between nothing and everything, and what does not apply changes nothing', () => {
  fc.assert(
    fc.property(answered, fc.nat(), ({ body, answers }, which) => {
      const { points, isFailed } = scoreOf(body, answers);
      if (points !== null) expect(points >= 0 && points <= 100 + 1e-9).toBe(true);
      if (isFailed) expect(points).toBe(0);
      const scored = scoredIn(body);
      const gone = scored[which % Math.max(1, scored.length)];
      if (!gone) return;
      const without = {
        name: body.name,
        sections: [{ id: 's', title: 'S', questions: scored.filter((one) => one !== gone) }],
      };
      expect(scoreOf(body, { ...answers, [gone.id]: notApplicable }).points).toEqual(
        scoreOf(without, answers).points,
      );
    }),
  );
});

it('never falls when an answer gets better', () => {
  fc.assert(
    fc.property(answered, ({ body, answers }) => {
      for (const one of scoredIn(body)) {
        const best = one.kind === 'scale' ? '5' : one.kind === 'choice' ? 'a' : 'yes';
        if (answers[one.id] === notApplicable) continue;
        const before = scoreOf(body, answers).points ?? 0;
        expect((scoreOf(body, { ...answers, [one.id]: best }).points ?? 0) + 1e-9).toBeGreaterThanOrEqual(
          before,
        );
      }
    }),
  );
});

it('tells where two differ, and is one number once that is settled', () => {
  const [a, b] = [all('best'), { ...all('best'), tone: '2', greeting: 'na' }];
  expect(differencesIn(defaultForm, [a, b]).map(({ id }) => id)).toEqual(['greeting', 'tone']);
  expect(differencesIn(defaultForm, [a])).toEqual([]);
  const settled = { tone: '3', greeting: 'yes' };
  expect(jointPoints(defaultForm, [a, b], settled)).toBeCloseTo(
    scoreOf(defaultForm, { ...a, ...settled }).points ?? 0,
  );
  expect(jointPoints(defaultForm, [], {})).toBeNull();
});
