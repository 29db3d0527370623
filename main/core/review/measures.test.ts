import { expect, it } from 'vitest';
import type { ThreadId } from '../../../shared/ids.ts';
import { arrive, post, start, type TestDesk } from '../testing/desk.ts';
import { closed, draw, longOf, reviewDesk, scored } from '../testing/reviews.ts';
import { reopen, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';

const hourMs = 3_600_000;
const measure = (desk: TestDesk) =>
  longOf(desk).run('reviewMeasures', { from: start, until: desk.clock.now + 1 });

let at = 500_000;
/** The customer of a thread writes now. */
const says = (desk: TestDesk, threadId: ThreadId, text: string): void => {
  at += 1;
  const authorRemoteId = getThread(desk.db, threadId).identity_id.split(':').at(-1) ?? '';
  arrive(desk, [post(String(at), { authorRemoteId, createdAt: desk.clock.now, text })]);
};

it('says nothing of what is not decided yet', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 2);
  expect((await measure(desk)).all).toMatchObject({
    resolved: 2,
    firstContact: { of: 0, n: 0 },
    reopened: { of: 0, n: 0 },
    firstAnswerMs: { median: 60_000, n: 2 },
  });
});

it('counts what the first contact resolved, and what came back', async () => {
  const desk = reviewDesk();
  const [quiet, asks, thanks] = closed(desk, 'ab', 3) as [ThreadId, ThreadId, ThreadId];
  const [slow] = closed(desk, 'cd', 1) as [ThreadId];
  desk.clock.now += hourMs;
  says(desk, asks, 'it is down again');
  says(desk, thanks, 'Thank you, all good');
  desk.clock.now += 80 * hourMs;
  const { all, people } = await measure(desk);
  expect([quiet, slow].every((id) => getThread(desk.db, id).is_open === 0)).toBe(true);
  expect(all).toMatchObject({
    resolved: 4,
    firstContact: { of: 3, n: 4 },
    reopened: { of: 1, n: 4 },
    thanked: { of: 1, n: 4 },
  });
  expect(people.find(({ agentId }) => agentId === 'cd')).toMatchObject({ firstContact: { of: 1, n: 1 } });
});

it('knows each closing of a thread, and none that was taken back', async () => {
  const desk = reviewDesk();
  const [id] = closed(desk, 'ab', 1) as [ThreadId];
  const closings = () => desk.db.all('SELECT is_reopened FROM review_closings ORDER BY closed_at');
  undo(desk);
  expect(closings()).toEqual([]);
  resolve(desk, { threadId: id, revision: getThread(desk.db, id).revision });
  reopen(desk, { threadId: id, revision: getThread(desk.db, id).revision });
  expect(closings()).toEqual([{ is_reopened: 1 }]);
  undo(desk);
  expect(closings()).toEqual([{ is_reopened: 0 }]);
  desk.clock.now += hourMs;
  says(desk, id, 'still broken');
  desk.clock.now += hourMs;
  resolve(desk, { threadId: id, revision: getThread(desk.db, id).revision });
  expect(closings()).toEqual([{ is_reopened: 1 }, { is_reopened: 0 }]);
});

it('has the reviews beside it', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 2);
  await draw(desk, { mode: 'double', scorers: ['rv', 'rw'], rule: { perAgent: 1 } });
  scored(desk, 'rv');
  scored(desk, 'rw', { tone: '1' });
  const { all, people } = await measure(desk);
  const mean = (100 + (100 * 11) / 13) / 2;
  expect(all.quality).toEqual({ mean: expect.closeTo(mean, 6), n: 1 });
  expect(people).toMatchObject([{ agentId: 'ab', quality: { n: 1 } }]);
});
