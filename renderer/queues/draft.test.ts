import { expect, it } from 'vitest';
import type { Queue } from '../../shared/model.ts';
import { blankRule, draftOf, fieldsOf, newQueue, problemOf, ruleOf } from './draft.ts';
import { queueWords, ruleWords } from './words.ts';

const queue: Queue = {
  id: 'q' as never,
  name: 'Billing',
  position: 3,
  rules: [{ words: ['bill', 'too high'], kinds: ['dm'], priorities: [0, 1] }, {}],
  assignment: 'round-robin',
  skill: 'billing',
  isLanguage: true,
  isSticky: false,
  returnAfterMs: 600_000,
  revision: 4,
};
const names = { accounts: [], tags: [] };

it('saves what was read when nothing is changed', () => {
  const { id: _i, position: _p, revision: _r, ...draft } = queue;
  expect(draftOf(fieldsOf(queue))).toEqual(draft);
});

it('takes commas of any script, leaves out what is empty or said twice', () => {
  expect(ruleOf({ ...blankRule, words: ' bill, , 料金、bill，refund ' })).toEqual({
    words: ['bill', '料金', 'refund'],
  });
  expect(ruleOf(blankRule)).toEqual({});
});

it('says what is wrong before core has to', () => {
  const named = { ...newQueue(), name: 'Billing' };
  expect(problemOf(named)).toBeNull();
  expect(problemOf(newQueue())).toBe('The queue needs a name.');
  expect(problemOf({ ...named, returnAfter: '0' })).toBe('Minutes are a number from 1 to 1,440.');
  expect(problemOf({ ...named, rules: [{ ...blankRule, languages: 'english' }] })).toBe(
    '“english” is no language. Write it as en or pt-BR.',
  );
});

it('tells a rule in words', () => {
  expect(
    ruleWords({ words: ['bill', 'refund'], notWords: ['thanks'], sentiments: ['negative'] }, names),
  ).toBe('“bill” or “refund”, not “thanks”, sounds unhappy');
  expect(queueWords(queue, names)).toBe(
    '“bill” or “too high”, direct message, priority urgent or high · or · everything',
  );
  expect(queueWords({ ...queue, rules: [] }, names)).toBe('No rule: only by hand');
});
