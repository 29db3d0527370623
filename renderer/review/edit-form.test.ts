import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultForm } from '../../shared/review/default-form.ts';
import { questionsOf } from '../../shared/review/form.ts';
import { asKind, moved, withoutQuestion, withSection } from './edit-form.ts';

const ids = questionsOf(defaultForm).map(({ id }) => id);

it('moves a question and loses none, and the way back is the other way', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.constantFrom(1 as const, -1 as const), (id, step) => {
      const after = moved(id, step)(defaultForm);
      expect(
        questionsOf(after)
          .map((one) => one.id)
          .toSorted(),
      ).toEqual(ids.toSorted());
      expect(after.sections.every(({ questions }) => questions.length > 0)).toBe(true);
      if (after === defaultForm || after.sections.length < defaultForm.sections.length) return;
      const back = moved(id, step === 1 ? -1 : 1)(after);
      expect(back).toEqual(defaultForm);
    }),
  );
});

it('takes a section away with its last question, and begins one with its first', () => {
  const { sections } = withoutQuestion(
    'listening',
    'greeting',
  )(withoutQuestion('listening', 'understood')(defaultForm));
  expect(sections.map(({ id }) => id)).toEqual(['answering', 'care']);
  expect(withSection(defaultForm).sections.at(-1)?.questions).toHaveLength(1);
});

it('asks another question when it is of another kind', () => {
  const changed = asKind('listening', 'greeting', 'choice')(defaultForm).sections[0]?.questions[0];
  expect(changed?.id).not.toBe('greeting');
  expect(changed?.options).toHaveLength(2);
});
