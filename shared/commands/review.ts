import { define } from './command.ts';

const answers = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => [
    `review.answer${digit}`,
    {
      title: `Answer ${digit} to this question`,
      keys: [digit],
      when: 'review',
      group: 'Review',
      isKeyOnly: true,
    },
  ]),
) as Record<`review.answer${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`, AnswerCommand>;
type AnswerCommand = { title: string; keys: string[]; when: 'review'; group: 'Review'; isKeyOnly: true };

/** Quality: one conversation after the other, question by question. */
export const reviewCommands = define({
  'desk.review': { title: 'Go to Review', keys: ['G R'], when: 'everywhere', group: 'Desk' },
  'review.down': {
    title: 'Next question',
    keys: ['J'],
    when: 'review',
    group: 'Review',
    hint: 'question',
    isKeyOnly: true,
  },
  'review.up': { title: 'Previous question', keys: ['K'], when: 'review', group: 'Review', isKeyOnly: true },
  ...answers,
  'review.notApplicable': {
    title: 'This question does not apply here',
    keys: ['0'],
    when: 'review',
    group: 'Review',
    hint: 'n/a',
    isKeyOnly: true,
  },
  'review.comment': {
    title: 'Say something about this question',
    keys: ['C'],
    when: 'review',
    group: 'Review',
    hint: 'comment',
  },
  'review.finish': {
    title: 'Finish this review and go on to the next',
    keys: ['Mod+Enter'],
    when: 'review',
    group: 'Review',
    hint: 'finish',
  },
  'review.next': {
    title: 'Next conversation to review',
    keys: ['N'],
    when: 'review',
    group: 'Review',
    hint: 'next',
  },
  'review.previous': {
    title: 'Previous conversation to review',
    keys: ['P'],
    when: 'review',
    group: 'Review',
  },
  'review.send': {
    title: 'Send this review to its agent',
    keys: ['S'],
    when: 'review',
    group: 'Review',
    hint: 'send to the agent',
  },
  'review.draw': { title: 'Draw a sample…', keys: ['D'], when: 'review', group: 'Review', hint: 'draw' },
  'review.form': { title: 'Change the form of reviews…', keys: ['F'], when: 'review', group: 'Review' },
  'review.back': {
    title: 'Back from the comment to its question',
    keys: ['Escape'],
    when: 'review',
    group: 'Review',
    isKeyOnly: true,
  },
});
