import type { CommandId } from '../../shared/commands.ts';
import type { reviewCommands } from '../../shared/commands/review.ts';
import { whoMay } from '../../shared/roles.ts';
import type * as ReviewActs from '../review/acts.ts';
import { set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { goTo } from './desks.ts';

type Acts = typeof ReviewActs;

/** Fetched with its desk: few people review. */
const act =
  (run: (acts: Acts) => void | Promise<void>): (() => Promise<void>) =>
  async () =>
    run(await import('../review/acts.ts'));

const answers = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [
    `review.answer${digit}`,
    act((acts) => acts.answerWith(digit)),
  ]),
) as Record<`review.answer${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`, () => Promise<void>>;

export const reviewRun: Record<keyof typeof reviewCommands, () => void | Promise<void>> = {
  'desk.review': () => {
    goTo('review');
    set({ region: 'review' });
  },
  'review.down': act((acts) => acts.moveQuestion(1)),
  'review.up': act((acts) => acts.moveQuestion(-1)),
  ...answers,
  'review.notApplicable': act((acts) => acts.answerWith(0)),
  'review.comment': act((acts) => acts.startComment()),
  'review.finish': act((acts) => acts.finish()),
  'review.next': act((acts) => acts.moveConversation(1)),
  'review.previous': act((acts) => acts.moveConversation(-1)),
  'review.send': act((acts) => acts.sendToAgent()),
  'review.draw': () => set({ overlay: 'review-draw' }),
  'review.form': () => set({ overlay: 'review-form' }),
  'review.back': act((acts) => acts.focusQuestion()),
};

const here = ({ desk }: Desk): string | null => (desk === 'review' ? null : '');
const inComment = (desk: Desk): string | null => here(desk) ?? (desk.isTyping ? null : '');
const mayReview = (desk: Desk): string | null =>
  iMay(desk, 'review.work') ? null : `Only ${whoMay('review.work')} may do this.`;

export const reviewRules = {
  'desk.review': (desk: Desk) => mayReview(desk) ?? (desk.desk === 'review' ? 'You are at Review.' : null),
  'review.down': here,
  'review.up': here,
  'review.answer1': here,
  'review.answer2': here,
  'review.answer3': here,
  'review.answer4': here,
  'review.answer5': here,
  'review.answer6': here,
  'review.answer7': here,
  'review.answer8': here,
  'review.answer9': here,
  'review.notApplicable': here,
  'review.comment': here,
  'review.finish': here,
  'review.next': here,
  'review.previous': here,
  'review.send': here,
  'review.draw': (desk: Desk) => here(desk) ?? mayReview(desk),
  'review.form': (desk: Desk) => here(desk) ?? mayReview(desk),
  'review.back': inComment,
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
