import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Card } from '../../../shared/model.ts';
import { createAnnouncer } from '../announcer.ts';
import { findCard } from '../columns/cards.ts';
import { arrive, makeDesk, onlyThread, ownReply, post, type TestDesk } from '../testing/desk.ts';
import { answersSql } from './answered-by.ts';

it('looks for answers to this thread’s posts, not through all answers of the account', () => {
  const { db } = makeDesk();
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${answersSql}`, 't', 'a', 'c');
  expect(plan.map(({ detail }) => detail)).toContain(
    'SEARCH m USING INDEX messages_answers (account_id=? AND in_reply_to=?)',
  );
});

/** Somebody else speaks to the customer, and not to the brand. */
const helped = (id: string, to: string, by = '8') =>
  post(id, { authorRemoteId: by, inReplyToRemoteId: to, isSummons: false, text: `Restart it (${id})` });

const onCard = (desk: TestDesk): number | undefined => findCard(desk.db, onlyThread(desk))?.otherAnswers;

it('stands on the card while the customer waits: answers of others, not their own nor the brand’s', () => {
  const desk = makeDesk();
  arrive(desk, [post('10'), helped('20', '10', '7')]);
  expect(onCard(desk)).toBe(0);
  arrive(desk, [helped('30', '10'), helped('40', '20', '9'), helped('50', '99')]);
  expect(onCard(desk)).toBe(1);
  arrive(desk, [helped('60', '10', '9')]);
  expect(onCard(desk)).toBe(2);
  arrive(desk, [ownReply('70', '7', { inReplyToRemoteId: '10' })], 'own');
  expect(onCard(desk)).toBe(0);
});

it('is told as it comes in, though nothing of the thread itself has changed', async () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const cards: Card[] = [];
  const announcer = createAnnouncer(
    desk.db,
    (name, payload) => {
      if (name === 'rows.changed') cards.push(...(payload as { cards: Card[] }).cards);
    },
    () => [],
  );
  arrive({ ...desk, onCommit: (touched) => announcer.touched(touched) }, [helped('30', '10')]);
  await pause(100);
  announcer.stop();
  expect(cards).toMatchObject([{ id: onlyThread(desk), otherAnswers: 1 }]);
});
