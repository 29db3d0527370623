import type { reviewRequests } from '../../../shared/api/review.ts';
import { assertMay } from '../agents.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { readAgreement } from './agreed.ts';
import { drawSample, putAway } from './draw.ts';
import { lookAgain, sendFeedback } from './feedback.ts';
import { discardForm, publishForm, readForms, saveForm } from './forms.ts';
import { answer, comment, finish, settleDifference } from './score.ts';
import { openPick, readWork } from './view.ts';

const dayMs = 86_400_000;

/** One line per request about quality. */
export const reviewHandlers = (
  desk: Desk,
  { long }: Pick<Surroundings, 'long'>,
): Pick<Handlers, keyof typeof reviewRequests> => ({
  'review.forms': () => readForms(desk),
  'review.saveForm': (input) => saveForm(desk, input),
  'review.publishForm': (input) => publishForm(desk, input),
  'review.discardForm': (input) => discardForm(desk, input),
  'review.draw': (input) => drawSample(desk, long, input),
  'review.putAway': (input) => putAway(desk, input),
  'review.work': () => readWork(desk),
  'review.open': (input) => openPick(desk, input),
  'review.answer': (input) => answer(desk, input),
  'review.comment': (input) => comment(desk, input),
  'review.finish': (input) => finish(desk, input),
  'review.settle': (input) => settleDifference(desk, input),
  'review.send': (input) => sendFeedback(desk, input),
  'review.lookAgain': (input) => lookAgain(desk, input),
  'review.agreement': (input) => readAgreement(desk, input),
  'review.measures': ({ days }) => {
    assertMay(desk, 'team.see');
    const until = desk.now() + 1;
    return long.run('reviewMeasures', { from: until - days * dayMs, until });
  },
});
