import { expect, it } from 'vitest';
import type { MessageId, PickId, ThreadId } from '../../../shared/ids.ts';
import { defaultForm, defaultFormId } from '../../../shared/review/default-form.ts';
import { scoredIn } from '../../../shared/review/form.ts';
import { dropThreads } from '../accounts/erase-parts.ts';
import { operate } from '../desk.ts';
import { arrive, post } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { closed, draw, picksOf, reviewDesk, scored, scoreIdOf } from '../testing/reviews.ts';
import { merge } from '../threads/merge.ts';
import { resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { viewThread } from '../threads/view.ts';
import { undo } from '../undo.ts';
import { readAgreement } from './agreed.ts';
import { putAway } from './draw.ts';
import { lookAgain, sendFeedback } from './feedback.ts';
import { currentForm, discardForm, publishForm, readForms, saveForm } from './forms.ts';
import { answer, comment, finish, settleDifference } from './score.ts';
import { openPick, readWork } from './view.ts';

it('draws the same number of each person’s work, nothing twice, never for its own author', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 12);
  closed(desk, 'cd', 2);
  closed(desk, 'sv', 5);
  const scorers = ['rv', 'sv'];
  expect(await draw(desk, { scorers })).toMatchObject({ drawn: 8, left: 0, found: 19 });
  const byAgent = (agent: string): number =>
    picksOf(desk).filter(({ agent_id }) => agent_id === agent).length;
  expect([byAgent('ab'), byAgent('cd'), byAgent('sv')]).toEqual([3, 2, 3]);
  const own =
    'SELECT 1 FROM review_scores c JOIN review_picks p ON p.id = c.pick_id WHERE c.scorer_id = p.agent_id';
  expect(desk.db.all(own)).toEqual([]);

  expect(await draw(desk, { scorers })).toMatchObject({ drawn: 5, found: 11 });
  expect(new Set(picksOf(desk).map(({ thread_id }) => thread_id)).size).toBe(13);
  // Only one can score, and it is their own work: said, not drawn.
  expect(await draw(desk, { scorers: ['sv'], rule: { agentId: 'sv' as never, again: true } })).toMatchObject({
    drawn: 0,
    left: 3,
  });
  expectReplayed(desk);
});

it('draws the same again for the same number, and lets nobody review who may not', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 20);
  await draw(desk.as('rv'), { seed: 5 });
  const first = picksOf(desk).map(({ thread_id }) => thread_id);
  undo(desk.as('rv'));
  expect(readWork(desk.as('rv')).samples).toEqual([]);
  await draw(desk.as('rv'), { seed: 5, rule: { again: true } });
  expect(
    picksOf(desk)
      .slice(-3)
      .map(({ thread_id }) => thread_id)
      .toSorted(),
  ).toEqual(first.toSorted());
  await expect(draw(desk.as('cd'))).rejects.toThrow('Only');
  await expect(draw(desk, { scorers: ['cd'] })).rejects.toThrow('may not review');
  await expect(draw(desk, { mode: 'double' })).rejects.toThrow('Two reviewers');
});

it('draws by what happened', async () => {
  const desk = reviewDesk();
  const [first] = closed(desk, 'ab', 4);
  const { identity_id } = getThread(desk.db, first!);
  const authorRemoteId = identity_id.split(':').at(-1)!;
  arrive(desk, [post('99999', { authorRemoteId, createdAt: desk.clock.now, text: 'thanks so much' })]);
  expect(await draw(desk, { rule: { traits: ['reopened'] } })).toMatchObject({ drawn: 0 });
  expect(await draw(desk, { rule: { traits: ['breached'] } })).toMatchObject({ drawn: 0 });
  expect(await draw(desk, { rule: { traits: ['direct'] } })).toMatchObject({ drawn: 0 });
  expect(await draw(desk, { rule: { days: 1, perAgent: 50 } })).toMatchObject({ drawn: 3 });
});

it('keeps a half-made review answer by answer, and takes back the last of them', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 1);
  await draw(desk);
  const me = desk.as('rv');
  const scoreId = scoreIdOf(desk, 'rv');
  answer(me, { scoreId, questionId: 'tone', answer: '4' });
  answer(me, { scoreId, questionId: 'tone', answer: '2' });
  undo(me);
  expect(readWork(me).mine).toMatchObject([
    { mine: { answered: 1, of: scoredIn(defaultForm).length, isDone: false } },
  ]);
  expect(openPick(me, { pickId: picksOf(desk)[0]!.id }).mine?.answers).toEqual({ tone: '4' });
  expect(() => finish(me, { scoreId })).toThrow('5 answers are missing, first “Greeted by name”');
  expect(() => answer(me, { scoreId, questionId: 'tone', answer: '6' })).toThrow('no answer');
  expect(() => answer(me, { scoreId, questionId: 'colour', answer: '1' })).toThrow('does not ask');
  expect(() => answer(desk.as('rw'), { scoreId, questionId: 'tone', answer: '1' })).toThrow(
    'somebody else’s',
  );
  scored(desk, 'rv');
  expect(() => answer(me, { scoreId, questionId: 'tone', answer: '1' })).toThrow('done');
  undo(me);
  expect(readWork(me).mine).toMatchObject([{ mine: { isDone: false } }]);
  expectReplayed(desk);
});

it('keeps words out of the log, and quotes by id only', async () => {
  const desk = reviewDesk();
  const [threadId] = closed(desk, 'ab', 1);
  await draw(desk);
  const me = desk.as('rv');
  const scoreId = scoreIdOf(desk, 'rv');
  const messageId = viewThread(me, threadId!).messages[0]!.id;
  comment(me, {
    scoreId,
    questionId: 'tone',
    text: 'calls her kookaburra, card 4111 1111 1111 1111',
    messageId,
  });
  const elsewhere = 'x:account:1/post/1' as MessageId;
  expect(() => comment(me, { scoreId, questionId: 'tone', text: 'x', messageId: elsewhere })).toThrow(
    'not in this',
  );
  const [said] = openPick(me, { pickId: picksOf(desk)[0]!.id }).mine!.comments;
  expect(said).toMatchObject({ messageId });
  expect(said?.text).not.toContain('4111 1111 1111 1111');
  scored(desk, 'rv');
  sendFeedback(me, { scoreId });
  expect(JSON.stringify(desk.db.all('SELECT input, rows, inverse FROM changes'))).not.toContain('kookaburra');
  expectReplayed(desk);
});

it('hides the first from the second until they are done, lists where they differ, and is settled', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 1);
  await draw(desk, { mode: 'double', scorers: ['rv', 'rw'] });
  const pickId = picksOf(desk)[0]!.id;
  scored(desk, 'rv', { tone: '5' });
  expect(openPick(desk.as('rw'), { pickId })).toMatchObject({ others: [], hidden: 1, joint: null });
  expect(readWork(desk.as('rw')).mine).toMatchObject([{ differences: 0 }]);
  const early = { pickId, questionId: 'tone', answer: '3' };
  expect(() => settleDifference(desk.as('rw'), early)).toThrow('Finish your own');
  scored(desk, 'rw', { tone: '1' });
  expect(openPick(desk.as('rw'), { pickId })).toMatchObject({ hidden: 0, others: [{ scorerId: 'rv' }] });
  expect(readWork(desk.as('rv')).differences).toMatchObject([{ id: pickId, differences: 1 }]);
  // Whose work it is neither decides nor sees what was not sent.
  expect(() => settleDifference(desk, early)).toThrow('own work');
  expect(openPick(desk, { pickId })).toMatchObject({ others: [], hidden: 2 });
  expect(() => settleDifference(desk.as('sv'), { ...early, questionId: 'next' })).toThrow('do not differ');

  settleDifference(desk.as('sv'), early);
  expect(desk.db.find('SELECT how, answer FROM review_settled')).toEqual({ how: 'third', answer: '3' });
  settleDifference(desk.as('rv'), { ...early, answer: '4' });
  expect(desk.db.find('SELECT how, answer FROM review_settled')).toEqual({ how: 'agreed', answer: '4' });
  expect(readWork(desk.as('rv')).differences).toEqual([]);
  expect(openPick(desk.as('rv'), { pickId }).joint).toBeCloseTo((100 * (13 - 2 * 0.25)) / 13);
  undo(desk.as('rv'));
  expect(desk.db.find('SELECT how, answer FROM review_settled')).toEqual({ how: 'third', answer: '3' });
  undo(desk.as('sv'));
  expect(desk.db.all('SELECT 1 FROM review_settled')).toEqual([]);
  expectReplayed(desk);
});

it('tells how alike several judge, without what one has still to judge', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 3);
  await draw(desk, { mode: 'calibration', scorers: ['rv', 'rw', 'sv'] });
  const [one, two] = picksOf(desk).map(({ id }) => id) as [PickId, PickId];
  for (const who of ['rv', 'rw', 'sv']) scored(desk, who, { tone: '4' }, one);
  for (const who of ['rv', 'rw']) scored(desk, who, { tone: who === 'rv' ? '2' : '4' }, two);
  const { sampleId } = readWork(desk.as('rv')).mine[0]!;
  const tone = readAgreement(desk, { sampleId }).questions.find(({ questionId }) => questionId === 'tone');
  expect(tone).toMatchObject({
    units: 2,
    percent: 0.5,
    spread: [
      { label: '2', count: 1 },
      { label: '4', count: 4 },
    ],
  });
  expect(readAgreement(desk.as('sv'), { sampleId })).toMatchObject({ hidden: 2 });
  expect(readAgreement(desk.as('rv'), { sampleId })).toMatchObject({ hidden: 1 });
});

it('tells the agent in a note that is theirs, who may ask for another look', async () => {
  const desk = reviewDesk();
  const [threadId] = closed(desk, 'cd', 1);
  await draw(desk, { scorers: ['rv'] });
  const scoreId = scoreIdOf(desk, 'rv');
  expect(() => sendFeedback(desk.as('rv'), { scoreId })).toThrow('Finish');
  comment(desk.as('rv'), { scoreId, questionId: 'tone', text: 'Warm, and short.', messageId: null });
  scored(desk, 'rv', { greeting: 'no' });
  expect(() => sendFeedback(desk.as('cd'), { scoreId })).toThrow('Only');
  const { noteId } = sendFeedback(desk.as('rv'), { scoreId });
  const [note] = viewThread(desk, threadId!).notes;
  expect(note).toMatchObject({ id: noteId, by: 'rv', mentions: ['cd'], scoreId });
  expect(note?.text).toBe(
    [
      'Review: 92 of 100 (Care review, version 1)',
      'Greeted by name: No',
      'Understood the matter: 5 of 5',
      'The facts are right: All right',
      'Tone: 5 of 5. Warm, and short.',
      'The next step is clear: Yes',
      'Kept private what is private: Yes',
    ].join('\n'),
  );
  expect(getThread(desk.db, threadId!).notes).toBe(1);
  expect(sendFeedback(desk.as('rv'), { scoreId })).toEqual({ seq: null, noteId });
  undo(desk.as('rv'));
  expect(getThread(desk.db, threadId!).notes).toBe(0);
  const again = sendFeedback(desk.as('rv'), { scoreId });

  expect(() => lookAgain(desk.as('sv'), { noteId: again.noteId })).toThrow('Only the person reviewed');
  const me = desk.as('cd');
  const { scorer } = lookAgain(me, { noteId: again.noteId });
  expect(scorer).not.toBe('Name of rv');
  expect(() => lookAgain(me, { noteId: again.noteId })).toThrow('already');
  expect(() => undo(desk.as('rv'))).toThrow('second look');
  undo(me);
  lookAgain(me, { noteId: again.noteId });
  expect(desk.db.all('SELECT 1 FROM review_scores')).toHaveLength(2);
  expectReplayed(desk);
});

it('changes the form by versions: what was scored keeps its own', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 2);
  const me = desk.as('rv');
  const body = { name: 'Ours', sections: [...defaultForm.sections] } as never as Parameters<
    typeof saveForm
  >[1]['body'];
  expect(readForms(me)).toMatchObject({ current: { id: defaultFormId, version: 1 }, draft: null });
  await draw(desk, { rule: { perAgent: 1 } });
  const draft = saveForm(me, { body, revision: null });
  expect(() => saveForm(desk.as('rw'), { body, revision: null })).toThrow('meanwhile');
  const two = saveForm(me, { body: { ...body, name: 'Ours, better' }, revision: draft.revision });
  undo(me);
  expect(readForms(me).draft?.name).toBe('Ours');
  expect(currentForm(desk.db).version).toBe(1);
  publishForm(me, { revision: two.revision + 1 });
  expect(currentForm(desk.db)).toMatchObject({ version: 2, name: 'Ours' });
  undo(me);
  expect(currentForm(desk.db).version).toBe(1);
  discardForm(me, { revision: readForms(me).draft!.revision });
  expect(readForms(me).draft).toBeNull();
  undo(me);
  publishForm(me, { revision: readForms(me).draft!.revision });
  await draw(desk, { rule: { perAgent: 1 } });
  expect(desk.db.all('SELECT DISTINCT form_id FROM review_scores')).toHaveLength(2);
  expect(() => undo(me)).toThrow('drawn for this form');
  const choice = { ...body.sections[1]!.questions[0]!, options: [] };
  const bad = { name: 'Bad', sections: [{ id: 's', title: 'S', questions: [choice] }] };
  expect(() => saveForm(me, { body: bad, revision: null })).toThrow('needs two answers');
  expectReplayed(desk);
});

it('is put away and brought back, its work with it', async () => {
  const desk = reviewDesk();
  closed(desk, 'ab', 3);
  const { sampleId } = await draw(desk.as('rv'));
  putAway(desk.as('rv'), { sampleId });
  expect(readWork(desk.as('rv'))).toMatchObject({ mine: [], samples: [] });
  undo(desk.as('rv'));
  expect(readWork(desk.as('rv')).mine).toHaveLength(3);
});

it('follows its thread when it is folded into another, and goes with it when it is erased', async () => {
  const desk = reviewDesk();
  const [first] = closed(desk, 'ab', 1) as [ThreadId];
  const row = getThread(desk.db, first);
  await draw(desk);
  const scoreId = scored(desk, 'rv');
  desk.clock.now += 100 * 3_600_000;
  const authorRemoteId = row.identity_id.split(':').at(-1) ?? '';
  arrive(desk, [post('888001', { authorRemoteId, createdAt: desk.clock.now })]);
  const { id: second } = desk.db.find<{ id: ThreadId }>('SELECT id FROM threads WHERE id <> ?', first)!;
  merge(desk, { threadId: second, from: first });
  const into = picksOf(desk)[0]?.thread_id;
  expect([first, second]).toContain(into);
  expect(getThread(desk.db, into!).id).toBe(into);
  undo(desk);
  expect(picksOf(desk)[0]?.thread_id).toBe(first);
  sendFeedback(desk.as('rv'), { scoreId });
  expectReplayed(desk);

  operate(desk, { op: 'test.erase', by: 'test', input: {} }, (tx) => {
    dropThreads(tx, [first]);
    return { value: null };
  });
  for (const table of ['review_picks', 'review_scores', 'review_comments', 'review_settled', 'notes'])
    expect(desk.db.all(`SELECT 1 FROM ${table}`)).toEqual([]);
  expect(desk.db.all('SELECT 1 FROM review_closings WHERE thread_id = ?', first)).toEqual([]);
  expectReplayed(desk);
});

it('draws what was answered unlike others, and what was thanked for', async () => {
  const desk = reviewDesk();
  const line =
    'Sorry to hear about this, please send us your account number and we will look into it right away';
  const [alike, ...rest] = closed(desk, 'ab', 3, line);
  const [own] = closed(
    desk,
    'ab',
    1,
    'Your mast at Seacroft lost its power at six, the crew is up there and says noon',
  );
  for (const [at, id] of [alike, own, ...rest].entries()) {
    const text =
      id === own ? 'Your mast at Seacroft lost its power at six, the crew is up there and says noon' : line;
    desk.db.raw
      .prepare(
        "INSERT INTO outbox (id, account_id, thread_id, kind, text, agent_id, send_anyway, then_resolve, state, queued_at, not_before, state_at, checks, revision) VALUES (?, 'x:account:1', ?, 'post', ?, 'ab', 0, 0, 'sent', ?, 0, 0, 0, 1)",
      )
      .run(`sent-${at}`, id, text, desk.clock.now);
  }
  await draw(desk, { rule: { traits: ['unlike'], perAgent: 9 } });
  expect(picksOf(desk).map(({ thread_id }) => thread_id)).toEqual([own]);

  desk.clock.now += 3_600_000;
  const authorRemoteId = getThread(desk.db, alike!).identity_id.split(':').at(-1) ?? '';
  arrive(desk, [post('777001', { authorRemoteId, createdAt: desk.clock.now, text: 'Thanks, works' })]);
  resolve(desk, { threadId: alike!, revision: getThread(desk.db, alike!).revision });
  expect(await draw(desk, { rule: { traits: ['thanked'], perAgent: 9 } })).toMatchObject({ drawn: 1 });
  expect(await draw(desk, { rule: { traits: ['reopened'], perAgent: 9, again: true } })).toMatchObject({
    drawn: 1,
  });
});
